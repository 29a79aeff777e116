package org.gapmap.imports.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one import teaches the next. */
class MemoryTest {
  private static final String[] CANTEENS = {
    "mingcheng,leixing,lon,lat", "甲食堂,助老点,121.5,31.2", "乙食堂,长者食堂,121.6,31.2"
  };
  private static final String SPEC =
      "{'type': 'facilities', 'kindField': 'leixing', 'kindWords': {'助老点': 'elderly_canteen'},"
          + " 'fields': {'name': 'mingcheng'}, 'crs': 'gcj02', 'source': '民政局',"
          + " 'merge': [{'row': 9, 'with': '1-1'}]}";

  @TempDir Path folder;
  private Practice practice;

  @BeforeEach
  void open() {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  @Test
  void aWordAssignedOnceIsKnownToEveryLaterFileOfTheCityAndToNoOther() {
    practice.run(practice.csv("a.csv", CANTEENS), SPEC);
    Path other = practice.csv("b.csv", "名称,大类,lon,lat", "丙,助老 点,121.5,31.3");
    String spec = "{'type': 'facilities', 'kindField': '大类', 'city': '%s'}";

    Preview here = practice.examine(other, spec.formatted("shanghai"));
    assertThat(here.report().orElseThrow().rows().byKind()).isEqualTo(Map.of("elderly_canteen", 1));
    Preview elsewhere = practice.examine(other, spec.formatted("hangzhou"));
    assertThat(elsewhere.problem()).isPresent();
  }

  @Test
  void theUsersWordOfTodayWinsOverTheOneOfYesterdayAndIsKnownFromThenOn() {
    Path file = practice.csv("a.csv", CANTEENS);
    practice.run(file, SPEC);
    practice.run(file, SPEC.replace("elderly_canteen", "elderly_day_care"));

    Preview preview = practice.examine(file, "{'type': 'facilities', 'kindField': 'leixing'}");
    assertThat(preview.report().orElseThrow().rows().byKind()).containsEntry("elderly_day_care", 1);
  }

  @Test
  void aFileOfTheSameShapeIsOfferedTheMappingOfTheLastAndNothingOfItIsTakenUnasked() {
    practice.run(practice.csv("2024.csv", CANTEENS), SPEC);
    Path next = practice.csv("2025.csv", "mingcheng,leixing,lon,lat", "丁食堂,长者食堂,121.51,31.21");
    String plain = "{'type': 'facilities', 'kindField': 'leixing'}";

    Preview preview = practice.examine(next, plain);
    assertThat(preview.remembered()).isPresent();
    assertThat(preview.remembered().get().spec().path("crs").asText()).isEqualTo("gcj02");
    assertThat(preview.remembered().get().spec().at("/fields/name").asText())
        .isEqualTo("mingcheng");
    assertThat(preview.remembered().get().spec().path("source").asText()).isEqualTo("民政局");
    assertThat(preview.remembered().get().spec().has("merge")).isFalse();
    assertThat(preview.fields())
        .filteredOn(f -> f.field().equals("mingcheng"))
        .extracting(Preview.Field::role)
        .containsExactly("");
  }

  @Test
  void anotherShapeIsNotOfferedIt() {
    practice.run(practice.csv("a.csv", CANTEENS), SPEC);
    Path wider = practice.csv("c.csv", "mingcheng,leixing,beizhu,lon,lat", "丁,长者食堂,,121.51,31.21");

    assertThat(
            practice.examine(wider, "{'type': 'facilities', 'kindField': 'leixing'}").remembered())
        .isEmpty();
    assertThat(practice.examine(practice.csv("a.csv", CANTEENS), "{'type': 'sites'}").remembered())
        .isEmpty();
  }

  @Test
  void aPreviewTeachesNothing() {
    Path file = practice.csv("a.csv", CANTEENS);
    practice.examine(file, SPEC);

    assertThat(practice.query("SELECT count(*) FROM kind_word")).containsExactly("0");
    assertThat(practice.query("SELECT count(*) FROM remembered_mapping")).containsExactly("0");
  }
}
