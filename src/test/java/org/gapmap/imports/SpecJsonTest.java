package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class SpecJsonTest {
  private static final SpecJson.Given GIVEN =
      new SpecJson.Given(Path.of("/in/食堂.csv"), "shanghai", "wang", ReadLimits.DEFAULTS);

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Test
  void whatIsLeftOutIsLeftToTheFile() {
    ImportRequest request = SpecJson.read(json("{'type': 'land-use', 'crs': null}"), GIVEN);

    assertThat(request.type()).isEqualTo(LayerType.LAND_USE);
    assertThat(request.destination().city()).isEqualTo("shanghai");
    assertThat(request.destination().source()).isEqualTo("食堂");
    assertThat(request.meaning()).isEqualTo(ImportRequest.Meaning.ofFile());
    assertThat(request.storing().mode()).isEqualTo(ImportRequest.Storing.Mode.REPLACE);
    assertThat(request.storing().by()).isEqualTo("wang");
  }

  @Test
  void everyFieldIsReadAndWrittenAgain() {
    String spec =
        """
        {'layer': '表1', 'type': 'facilities', 'city': 'bj', 'cityName': '北京', 'source': '民政局',
         'kindField': '类型', 'kindWords': {'助餐点': 'elderly_canteen'}, 'encoding': 'GBK',
         'crs': 'gcj02', 'completeFor': '杨浦区', 'fields': {'capacity': '', 'name': '店名'},
         'keepPersonal': ['电话'], 'mode': 'upsert', 'merge': [{'row': 7, 'with': '3-12'}],
         'places': [{'row': 9, 'lon': 121.5, 'lat': 31.25}]}
        """;

    ImportRequest request = SpecJson.read(json(spec), GIVEN);

    assertThat(request.meaning().kind()).contains(new KindChoice.ByField("类型"));
    assertThat(request.meaning().fields())
        .containsEntry(FieldRole.CAPACITY, "")
        .containsEntry(FieldRole.NAME, "店名");
    assertThat(request.meaning().merge()).containsEntry(7, "3-12");
    assertThat(request.meaning().places()).containsEntry(9, new Coordinate(121.5, 31.25));
    assertThat(SpecJson.of(request)).isEqualTo(json(spec));
    assertThat(SpecJson.read(SpecJson.of(request), GIVEN)).isEqualTo(request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | spec",
        "{} | type",
        "{'type': 'houses'} | type",
        "{'type': 7} | type",
        "{'type': 'areas', 'crss': ''} | crss",
        "{'type': 'areas', 'mode': 'delete'} | mode",
        "{'type': 'areas', 'fields': {'colour': 'x'}} | fields.colour",
        "{'type': 'areas', 'fields': {'name': 3}} | fields.name",
        "{'type': 'areas', 'fields': []} | fields",
        "{'type': 'areas', 'keepPersonal': 'x'} | keepPersonal",
        "{'type': 'areas', 'places': [{'row': 0, 'lon': 1, 'lat': 1}]} | places.row",
        "{'type': 'areas', 'places': [{'row': 1, 'lon': 181, 'lat': 1}]} | places.lon",
        "{'type': 'areas', 'places': [{'row': 1, 'lon': 1}]} | places.lat",
        "{'type': 'areas', 'places': [1]} | places",
        "{'type': 'facilities', 'merge': [{'row': 1.5, 'with': 'x'}]} | merge.row",
        "{'type': 'facilities', 'merge': [{'row': 1, 'mit': 'x'}]} | merge.mit",
        "{'type': 'facilities', 'kind': 'a', 'kindField': 'b'} | kindField",
        "{'type': 'areas', 'city': 'a/b'} | --city",
      })
  void whatIsWrongIsNamed(String spec, String field) {
    assertThatThrownBy(() -> SpecJson.read(json(spec), GIVEN))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.where()).as(e.getMessage()).isEqualTo(field));
  }
}
