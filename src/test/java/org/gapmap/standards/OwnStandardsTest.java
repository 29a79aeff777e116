package org.gapmap.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.domain.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnStandardsTest {
  private static final KindCatalogue KINDS = KindCatalogue.load();

  @TempDir private Path folder;

  @Test
  void guiyangChangesThreeSizesAndNothingElse() {
    StandardsLibrary library = StandardsLibrary.load(KINDS);
    ServiceStandard national = library.get("gb50180-2018");
    ServiceStandard city = library.get("guiyang-gb50180");
    assertThat(city.basedOn()).contains("gb50180-2018");
    assertThat(city.rules()).hasSameSizeAs(national.rules());
    assertThat(city.rules())
        .filteredOn(rule -> !national.rules().contains(rule))
        .extracting(rule -> rule.kind() + " " + rule.requirement().leastFloorSqm().orElseThrow())
        .containsExactlyInAnyOrder(
            "culture_station 300.0", "community_health_station 150.0", "food_market 1000.0");
    ServiceRule market = city.findRule("food_market").orElseThrow();
    assertThat(market.reach()).isEqualTo(national.findRule("food_market").orElseThrow().reach());
    assertThat(market.citation().source().zh()).startsWith("GB 50180");
    assertThat(market.requirement().sizes().orElseThrow().source().zh()).startsWith("贵阳");
    assertThat(market.requirement().sizes().orElseThrow().verification())
        .isEqualTo(Verification.UNVERIFIED);
  }

  @Test
  void aChangedRadiusNeedsACitationOfItsOwn() throws IOException {
    Path file = over("gb50180-2018", "  - kind: kindergarten\n    radius_m: 500\n");
    assertThat(messages(file))
        .singleElement()
        .asString()
        .startsWith(file + " line 7 key rules[0]")
        .contains("the key 'clause' is missing");
  }

  @Test
  void aChangedSizeNeedsACitationOfItsOwn() throws IOException {
    Path file = over("gb50180-2018", "  - kind: culture_station\n    floor_min_sqm: 300\n");
    assertThat(messages(file)).singleElement().asString().contains("add sizes: {verification");
  }

  @Test
  void everythingWrongIsSaidAtOnce() throws IOException {
    Path file =
        over(
            "gb50180-2018",
            """
              - kind: kindergarden
                radius_m: 300 m
                clause: C.0.2
                verification: sure
              - kind: nursery
                radius: 300
                capacity: {amount: 0, measure: places, per: 1000_persons, verification: verified}
                floor_min_sqm: -5
            """);
    assertThat(messages(file))
        .extracting(message -> message.substring(file.toString().length()).split(":")[0])
        .containsExactlyInAnyOrder(
            " line 7 key rules[0].kind",
            " line 8 key rules[0].radius_m",
            " line 10 key rules[0].verification",
            " line 7 key rules[0]",
            " line 11 key rules[1]",
            " line 12 key rules[1].radius",
            " line 13 key rules[1].capacity.amount",
            " line 14 key rules[1].floor_min_sqm");
  }

  @Test
  void aFolderAddsStandardsAndReplacesShippedOnesById() throws IOException {
    write("own.yaml", profile("own", 400));
    write("gb.yaml", profile("gb50180-2018", 123));
    StandardsLibrary library = StandardsLibrary.load(KINDS, Optional.of(folder));
    assertThat(library.all())
        .extracting(ServiceStandard::id)
        .containsExactly(
            "old-community-renewal",
            "gb50180-2018",
            "complete-community-2020",
            "life-circle-tdt1062-2021",
            "guiyang-gb50180",
            "own");
    assertThat(radius(library, "gb50180-2018")).hasValue(123);
    assertThat(radius(library, "own")).hasValue(400);
  }

  @Test
  void aChangedFileIsReadWithoutARestartAndABrokenOneKeepsWhatItHeld() throws IOException {
    StandardsLibrary library = StandardsLibrary.load(KINDS, Optional.of(folder));
    assertThat(library.find("own")).isEmpty();
    Path file = write("own.yaml", profile("own", 400));
    assertThat(radius(library, "own")).hasValue(400);
    write("own.yaml", profile("own", 1250));
    assertThat(radius(library, "own")).hasValue(1250);
    assertThat(library.problems()).isEmpty();
    write("own.yaml", profile("own", 99_999));
    assertThat(radius(library, "own")).hasValue(1250);
    assertThat(library.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo(file.toString());
              assertThat(problem.keptEarlier()).isTrue();
              assertThat(problem.faults())
                  .singleElement()
                  .extracting(UserError::where)
                  .asString()
                  .endsWith("line 9 key rules[0].radius_m");
            });
    write("own.yaml", profile("own", 40));
    assertThat(radius(library, "own")).hasValue(40);
    assertThat(library.problems()).isEmpty();
    Files.delete(file);
    assertThat(library.find("own")).isEmpty();
  }

  @Test
  void filesExtendOneAnotherWhateverTheirOrder() throws IOException {
    write("a.yaml", "id: a\nname: {zh: 甲, en: A}\nextends: z\nrules: []\n");
    write("z.yaml", profile("z", 400));
    StandardsLibrary library = StandardsLibrary.load(KINDS, Optional.of(folder));
    assertThat(radius(library, "a")).hasValue(400);
    write("z.yaml", profile("z", 70));
    assertThat(radius(library, "a")).hasValue(70);
  }

  @Test
  void filesThatExtendEachOtherAreRefused() throws IOException {
    write("a.yaml", "id: a\nname: {zh: 甲, en: A}\nextends: z\nrules: []\n");
    write("z.yaml", "id: z\nname: {zh: 乙, en: Z}\nextends: a\nrules: []\n");
    StandardsLibrary library = StandardsLibrary.load(KINDS, Optional.of(folder));
    assertThat(library.problems())
        .extracting(problem -> problem.faults().get(0).what())
        .containsExactly(
            "there is no standard 'z' to extend", "there is no standard 'a' to extend");
  }

  @Test
  void aFileInAnotherEncodingOrWithTheIdOfAnotherIsNamed() throws IOException {
    Files.write(folder.resolve("gbk.yaml"), profile("gbk", 1).getBytes(Charset.forName("GBK")));
    write("one.yaml", "\uFEFF" + profile("one", 300));
    write("two.yaml", profile("one", 500));
    StandardsLibrary library = StandardsLibrary.load(KINDS, Optional.of(folder));
    assertThat(radius(library, "one")).hasValue(300);
    assertThat(library.problems())
        .extracting(problem -> problem.faults().get(0).what())
        .containsExactly("the file is not UTF-8", "the id 'one' is that of one.yaml too");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> StandardsLibrary.load(KINDS, Optional.of(missing)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--standards-dir");
  }

  private static OptionalDouble radius(StandardsLibrary library, String id) {
    return library.get(id).findRule("kindergarten").orElseThrow().radiusMetres();
  }

  private List<String> messages(Path file) {
    return StandardsLibrary.load(KINDS).read(List.of(file)).get(0).faults().stream()
        .map(fault -> String.valueOf(fault.getMessage()))
        .toList();
  }

  private Path over(String base, String rows) throws IOException {
    return write(
        "own.yaml",
        "id: own\nname: {zh: 本市, en: Own}\nextends: "
            + base
            + "\nsource: a test\nyear: 2026\nrules:\n"
            + rows.stripTrailing()
            + "\n");
  }

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml, StandardCharsets.UTF_8);
  }

  private static String profile(String id, int radius) {
    return """
        id: %s
        name: {zh: 测试, en: Test}
        source: a test
        year: unknown
        thresholds: {met_from: 0.90, gap_below: 0.50, note: {zh: 本地, en: local}}
        rules:
          - kind: kindergarten
            satisfied_by: [kindergarten]
            radius_m: %d
            clause: C.0.2
            verification: unverified
        """
        .formatted(id, radius);
  }
}
