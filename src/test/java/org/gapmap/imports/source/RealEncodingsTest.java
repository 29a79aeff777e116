package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real Chinese tables as they are, and as they would be had their owners saved them otherwise. */
final class RealEncodingsTest {
  @ParameterizedTest
  @CsvSource({
    "communities/shanghai_tongji/communities.dbf, GB18030",
    "communities/shenzhen_nanshan/communities.dbf, GB18030",
    "communities/shenzhen_nanshan/fitness.dbf, GB18030",
    "shapefiles/chinese/shanghai_districts_gbk/区县界_area.dbf, GB18030",
    "shapefiles/chinese/anhui_counties_gbk_noprj/chinese_encoding.dbf, GB18030",
    "shapefiles/chinese/cp936_cpg_vs_ldid/file_cp936.dbf, GB18030",
    "shapefiles/chinese/geotools_chinese_poly/chinese_poly.dbf, GB18030",
    "shapefiles/chinese/gdal_chinese/chinese.dbf, GB18030",
    "shapefiles/chinese/beijing_townships_utf8/beijing.dbf, UTF-8"
  })
  void areRecognisedInWhateverTheyAreSaved(String dbf, String written) {
    Charset truth = Charset.forName(written);
    EncodingProbe probe = new EncodingProbe(List.of());
    List<String> texts = new ArrayList<>();
    try (DbfTable table = DbfTable.open(RealData.path(dbf)).orElseThrow()) {
      table.show(probe);
      table.decodeAs(truth);
      texts.addAll(table.names());
      for (int row = 0; row < table.rows(); row++) {
        Optional<Map<String, String>> fields = table.find(row);
        fields.ifPresent(f -> texts.addAll(f.values()));
      }
    }
    EncodingReading best = probe.trial().ranked().get(0);
    assertThat(best.name()).isEqualTo(written);
    assertThat(best.broken()).isZero();
    for (Charset other : List.of(CharsetNames.GB18030, StandardCharsets.UTF_8)) {
      TextSample sample = new TextSample();
      for (String text : texts) {
        byte[] bytes = text.getBytes(other);
        sample.add(bytes, 0, bytes.length);
      }
      EncodingReading again = new EncodingTrial(sample, List.of()).ranked().get(0);
      assertThat(again.name()).as(dbf + " saved as " + other).isEqualTo(other.name());
      assertThat(again.score()).isGreaterThan(0.9);
    }
  }
}
