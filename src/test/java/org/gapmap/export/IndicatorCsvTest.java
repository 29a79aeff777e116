package org.gapmap.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.Indicators;
import org.gapmap.assess.World;
import org.gapmap.domain.AreaLevel;
import org.gapmap.standards.IndicatorCatalogue;
import org.gapmap.standards.KindCatalogue;
import org.junit.jupiter.api.Test;

class IndicatorCsvTest {
  @Test
  void everyAreaHasEveryIndicatorAndWhatIsUnknownIsEmpty() throws IOException {
    List<Map<String, String>> rows = rows();

    Map<String, String> kindergartens = find(rows, "'=街道", "kindergarten_gap");
    assertThat(kindergartens)
        .containsEntry("value", "1")
        .containsEntry("denominator", "1")
        .containsEntry("level", "subdistrict")
        .containsEntry("name_zh", "未达标配建幼儿园的小区数量")
        .containsEntry("radius_m", "300")
        .containsEntry("radius_verification", "unverified")
        .containsEntry("verification", "single_source");
    assertThat(find(rows, "'=街道", "parking_gap"))
        .containsEntry("value", "")
        .containsEntry("gap", "")
        .hasEntrySatisfying("not_computed_zh", why -> assertThat(why).contains("没有相应条目"));
  }

  private static List<Map<String, String>> rows() throws IOException {
    World world =
        new World()
            .community("a", 1, 0, 0, 100, 100)
            .area(AreaLevel.SUBDISTRICT, "=街道", -100, -100, 200, 200)
            .facility("kindergarten", "k", 5000, 50);
    Indicators indicators =
        new Indicators(
            IndicatorCatalogue.load(KindCatalogue.load()), new Assessor(), KindCatalogue.load());
    StringWriter text = new StringWriter();
    IndicatorCsv.write(
        List.of(
            indicators.table(
                world.city(),
                World.standard("kindergarten", 300),
                2025,
                Optional.of(AreaLevel.SUBDISTRICT))),
        text);
    try (MappingIterator<Map<String, String>> read =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(text.toString())) {
      return read.readAll();
    }
  }

  private static Map<String, String> find(
      List<Map<String, String>> rows, String area, String indicator) {
    return rows.stream()
        .filter(row -> area.equals(row.get("area")) && indicator.equals(row.get("indicator")))
        .findFirst()
        .orElseThrow();
  }
}
