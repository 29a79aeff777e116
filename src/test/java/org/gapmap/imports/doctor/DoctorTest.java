package org.gapmap.imports.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
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

  private Path canteens() {
    return practice.csv(
        "食堂.csv",
        "名称,类型,餐位数,负责人电话,备注,lon,lat",
        "定海路长者食堂,长者食堂,约120个,13812345678,周一至周五,121.54,31.27",
        "波阳路助餐点,社区食堂点,不详,13912345678,联系李师傅13700001111,121.55,31.27",
        "平凉路食堂,社区食堂点,80,13612345678,,121.56,31.27");
  }

  @Test
  void aPreviewSaysWhatTheImportWouldSayAndStoresNothing() {
    Preview preview = practice.examine(canteens(), "{'type': 'facilities', 'kindField': '类型'}");
    JsonNode json = PreviewJson.of(preview);

    assertThat(preview.problem()).isEmpty();
    assertThat(preview.report()).isPresent();
    assertThat(preview.report().get().rows().stored()).isEqualTo(1);
    assertThat(preview.report().get().committed()).isEmpty();
    assertThat(json.at("/report/unknownKinds/0/value").asText()).isEqualTo("社区食堂点");
    assertThat(json.at("/report/unknownKinds/0/rows").asInt()).isEqualTo(2);
    assertThat(json.at("/report/unknownKinds/0/suggested").asText()).isNotEmpty();
    assertThat(json.at("/crs/epsg").isMissingNode()).isFalse();
    assertThat(practice.query("SELECT count(*) FROM layer_version")).containsExactly("0");
    assertThat(practice.query("SELECT count(*) FROM city")).containsExactly("0");
  }

  @Test
  void fieldsAreProposedWithSamplesAndPersonalOnesAreNotShown() {
    Preview preview = practice.examine(canteens(), "{'type': 'facilities', 'kindField': '类型'}");

    assertThat(preview.fields())
        .extracting(f -> f.field() + " " + f.role() + " " + f.filled() + " " + f.stored())
        .contains("名称 name 3 true", "餐位数 capacity 2 true", "负责人电话  3 false", "备注  2 true");
    assertThat(preview.fields())
        .filteredOn(Preview.Field::place)
        .extracting(Preview.Field::field)
        .containsExactlyInAnyOrder("lon", "lat");
    assertThat(PreviewJson.of(preview).toString())
        .doesNotContain("13812345678")
        .doesNotContain("13700001111")
        .contains("联系李师傅***");
  }

  @Test
  void aWordThatWasGivenAKindIsTakenForIt() {
    Preview preview =
        practice.examine(
            canteens(),
            "{'type': 'facilities', 'kindField': '类型', 'kindWords': {'社区食堂点': 'elderly_canteen'}}");

    assertThat(preview.report().orElseThrow().rows().stored()).isEqualTo(3);
    assertThat(preview.report().get().rows().byKind()).containsEntry("elderly_canteen", 2);
  }

  @Test
  void rowsSaidToBeTheSamePlaceAreLeftOutAndTold() {
    Preview preview =
        practice.examine(
            canteens(),
            "{'type': 'facilities', 'kind': '长者食堂', 'merge': [{'row': 3, 'with': '1-7'}]}");

    assertThat(preview.report().orElseThrow().rows().stored()).isEqualTo(2);
    assertThat(preview.report().get().refusedRows())
        .extracting(issue -> issue.row() + " " + issue.code() + " " + issue.detail())
        .containsExactly("3 same_place 1-7");
  }

  @Test
  void aPersonalFieldIsStoredWhereItIsAskedForByName() {
    Path file = canteens();
    practice.run(file, "{'type': 'facilities', 'kind': '长者食堂', 'keepPersonal': ['负责人电话']}");

    assertThat(
            practice.query(
                "SELECT attributes->>'负责人电话', attributes->>'备注' FROM facility ORDER BY row_number"))
        .containsExactly("13812345678|周一至周五", "13912345678|联系李师傅***", "13612345678|null");
  }

  @Test
  void whatCannotBeImportedAsAskedIsStillLookedAt() {
    Preview preview = practice.examine(canteens(), "{'type': 'facilities'}");

    assertThat(preview.report()).isEmpty();
    assertThat(preview.problem()).hasValueSatisfying(e -> assertThat(e.what()).contains("kind"));
    assertThat(preview.fields()).hasSize(7);
    assertThat(PreviewJson.of(preview).at("/problem/what").asText()).contains("kind");
  }

  @Test
  void coordinatesThatNobodyKnowsDoNotHideTheFields() {
    Path file = practice.csv("点.csv", "名称,x,y", "甲,3456789.1,234567.1", "乙,3456799.1,234577.1");
    Preview preview = practice.examine(file, "{'type': 'sites'}");

    assertThat(preview.problem()).isPresent();
    assertThat(PreviewJson.of(preview).at("/crs/value").isNull()).isTrue();
    assertThat(preview.fields()).extracting(Preview.Field::field).contains("名称");
  }

  @Test
  void aFileThatIsNoneIsTheUsersError() {
    assertThatThrownBy(() -> practice.examine(folder.resolve("gone.csv"), "{'type': 'sites'}"))
        .isInstanceOf(UserError.class);
  }

  @Test
  void theSameBytesHaveTheSameHashWhereverTheyLie() throws Exception {
    Path file = practice.csv("a.csv", "名称,lon,lat", "甲,121.5,31.2");
    Path other = Files.copy(file, folder.resolve("b.csv"));
    String spec = "{'type': 'sites'}";

    Preview first = practice.examine(file, spec);
    assertThat(first.file().bytes()).isEqualTo(Files.size(file));
    assertThat(practice.examine(other, spec).file().sha256()).isEqualTo(first.file().sha256());
    Files.writeString(other, "名称,lon,lat\n乙,121.5,31.2\n");
    assertThat(practice.examine(other, spec).file().sha256()).isNotEqualTo(first.file().sha256());
  }
}
