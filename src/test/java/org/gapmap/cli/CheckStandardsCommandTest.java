package org.gapmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckStandardsCommandTest {
  private static final Path SHIPPED = Path.of("src/main/resources/standards");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void saysWhatASoundFileHolds() {
    assertThat(check(SHIPPED.resolve("guiyang-gb50180.yaml"))).isZero();
    assertThat(out.toString())
        .contains("guiyang-gb50180 (over gb50180-2018), 38 rows (28 judged by distance)")
        .contains("examples that hold: 5.")
        .contains("unverified: 31 of 38 rows")
        .contains("0 of 0 capacity norms");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysEveryErrorByLineAndKeyAndEveryExampleThatDoesNotHold() throws IOException {
    String sound = Files.readString(SHIPPED.resolve("guiyang-gb50180.yaml"));
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(
        broken,
        sound
            .replace("floor_min_sqm: 150", "floor_min_sqm: 150 m2")
            .replace("floor_sqm: 270", "floor_area: 270"));
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(
        wrong,
        sound.replace("guiyang-gb50180", "wrong").replace("floor_sqm: 270", "floor_sqm: 350"));
    assertThat(check(broken, wrong)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .hasSize(3)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(broken + " line ")
                    .contains("key rules[1].floor_min_sqm: '150 m2' is not a number"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("key examples[0].facilities[0].floor_area", "is not known"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(wrong + " line ")
                    .contains("by 270 m2: met (share 1.0000), and not gap"));
  }

  @Test
  void theGuidesOwnExampleIsSound() throws IOException {
    String guide = Files.readString(Path.of("docs/standards.md"));
    int begin = guide.indexOf("```yaml") + "```yaml".length();
    Path file = folder.resolve("guide.yaml");
    Files.writeString(file, guide.substring(begin, guide.indexOf("```", begin)));
    assertThat(check(file)).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "mycity (over gb50180-2018), 38 rows (28 judged by distance), examples that hold: 1.");
  }

  private int check(Path... files) {
    String[] words = new String[files.length];
    for (int i = 0; i < files.length; i++) {
      words[i] = files[i].toString();
    }
    return new CommandLine(new CheckStandardsCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }
}
