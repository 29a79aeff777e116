package org.gapmap.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.Reach;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a city's file leaves out of a row stays as it was, and vouches for nothing. */
class ChangedRowsTest {
  private static final KindCatalogue KINDS = KindCatalogue.load();
  private static final String CITED = ", clause: c, verification: single_source}";

  @TempDir private Path folder;

  @Test
  void anotherRadiusOfAWalkIsStillAWalk() throws IOException {
    Reach reach =
        sound(over("life-circle-tdt1062-2021", "{kind: kindergarten, radius_m: 800" + CITED));
    assertThat(reach.mode()).isEqualTo(DistanceMode.WALKING);
    assertThat(reach.straightMetres(800)).isEqualTo(800 / 1.3);
  }

  @Test
  void anotherModeKeepsTheRadius() throws IOException {
    Reach walked =
        sound(
            over("gb50180-2018", "{kind: kindergarten, mode: walking, detour_factor: 1.2" + CITED));
    assertThat(walked.radiusMetres()).hasValue(300);
    assertThat(walked.straightMetres(300)).isEqualTo(250);
    Reach straight =
        sound(over("life-circle-tdt1062-2021", "{kind: kindergarten, mode: straight" + CITED));
    assertThat(straight.straightMetres(500)).isEqualTo(500);
    assertThat(straight.radiusMetres()).hasValue(500);
  }

  @Test
  void aNewFloorDoesNotVouchForTheLandThatWasThere() throws IOException {
    String sizes = ", sizes: {verification: verified}}";
    StandardFile one = over("gb50180-2018", "{kind: kindergarten, floor_min_sqm: 4000" + sizes);
    assertThat(one.faults())
        .extracting(UserError::remedy)
        .containsExactly("give land_min_sqm as well");
    StandardFile both =
        over(
            "gb50180-2018", "{kind: kindergarten, floor_min_sqm: 4000, land_min_sqm: 5240" + sizes);
    assertThat(both.faults()).isEmpty();
  }

  @Test
  void anExampleBeyondAnyPlaneIsAFaultAndNoCrash() throws IOException {
    for (String box :
        List.of("[0, 0, 30000000, 30000000]", "[0, 0, 0.000000000000001, 1]", "[-1, -1, 1, 1]")) {
      StandardFile file =
          read(
              "extends: gb50180-2018\nrules: []\nexamples:\n  - kind: kindergarten\n"
                  + "    communities: [{box: "
                  + box
                  + ", expect: {status: gap}}]\n");
      assertThat(file.faults()).as(box).hasSize(box.startsWith("[-1") ? 0 : 1);
    }
  }

  @Test
  void aLinkToNowhereAFolderAndAHugeFileAreProblemsAndHideNoOtherFile() throws IOException {
    Files.createSymbolicLink(folder.resolve("a.yaml"), folder.resolve("nowhere"));
    Files.createDirectory(folder.resolve("b.yaml"));
    Files.writeString(folder.resolve("c.yaml"), "#".repeat(1_000_001));
    Path own = folder.resolve("own.yaml");
    Files.writeString(own, "id: own\nname: {zh: 本市, en: Own}\nextends: gb50180-2018\nrules: []\n");
    StandardsLibrary library = StandardsLibrary.load(KINDS, Optional.of(folder));
    assertThat(library.find("own")).isPresent();
    assertThat(library.problems())
        .extracting(problem -> problem.faults().get(0).what())
        .containsExactly(
            "the file cannot be read", "it is no file", "the file is larger than 1 MB");
  }

  @Test
  void aFileThatIsAwayForAMomentKeepsWhatItHeld() throws IOException {
    Path own = folder.resolve("own.yaml");
    Path target = folder.resolve("target");
    Files.writeString(
        target, "id: own\nname: {zh: 本市, en: Own}\nextends: gb50180-2018\nrules: []\n");
    Files.createSymbolicLink(own, target);
    StandardsLibrary library = StandardsLibrary.load(KINDS, Optional.of(folder));
    assertThat(library.find("own")).isPresent();
    Files.delete(target);
    assertThat(library.find("own")).isPresent();
    assertThat(library.problems()).hasSize(1);
  }

  private static Reach sound(StandardFile file) {
    return file.orThrow().findRule("kindergarten").orElseThrow().reach();
  }

  private StandardFile over(String base, String row) throws IOException {
    return read("extends: " + base + "\nrules:\n  - " + row + "\n");
  }

  private StandardFile read(String rest) throws IOException {
    Path file = folder.resolve("own.yaml");
    Files.writeString(
        file, "id: own\nname: {zh: 本市, en: Own}\nsource: a test\nyear: 2026\n" + rest);
    return StandardsLibrary.load(KINDS).read(List.of(file)).get(0);
  }
}
