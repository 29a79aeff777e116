package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardFile;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.standards.WorkedExample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExampleCheckTest {
  private static final KindCatalogue KINDS = KindCatalogue.load();
  private static final StandardsLibrary STANDARDS = StandardsLibrary.load(KINDS);
  private static final ExampleCheck CHECK = new ExampleCheck(new Assessor(), KINDS);

  @TestFactory
  Stream<DynamicTest> everyExampleOfEveryProfileHolds() {
    return STANDARDS.files().stream()
        .flatMap(
            file ->
                file.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                file.file() + ": " + example.name().en(),
                                () ->
                                    assertThat(
                                            CHECK.failures(file.standard().orElseThrow(), example))
                                        .isEmpty())));
  }

  @Test
  void everyProfileShowsWhatCountsWhatDoesNotAndWhatIsUnknown() {
    for (StandardFile file : STANDARDS.files()) {
      assertThat(
              file.examples().stream()
                  .flatMap(example -> example.homes().stream())
                  .map(home -> home.expected().status()))
          .as(file.file())
          .contains(CoverageStatus.MET, CoverageStatus.GAP, CoverageStatus.UNKNOWN);
    }
  }

  @Test
  void anExampleThatDoesNotHoldIsSaidWithItsPlaceAndBothVerdicts() {
    ServiceStandard wider =
        World.standard("kindergarten", 500); // 300 in the profile that the example is from
    WorkedExample example =
        STANDARDS.files().stream()
            .filter(file -> file.file().contains("gb50180-2018"))
            .flatMap(file -> file.examples().stream())
            .filter(e -> e.kind().equals("kindergarten"))
            .findFirst()
            .orElseThrow();
    assertThat(CHECK.failures(wider, example))
        .singleElement()
        .extracting(UserError::getMessage)
        .asString()
        .startsWith("standards/gb50180-2018.yaml line ")
        .contains("examples[0]", "just outside", "met (share 1.0000), and not gap");
  }
}
