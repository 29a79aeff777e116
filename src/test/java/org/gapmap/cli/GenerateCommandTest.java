package org.gapmap.cli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {
  private final StringWriter out = new StringWriter();
  private final List<Exception> failures = new ArrayList<>();

  @Test
  void writesACityWhereItIsTold(@TempDir Path folder) {
    Path city = folder.resolve("新/city");
    assertThat(run("--communities", "60", "--seed", "5", "--out", city.toString())).isZero();
    assertThat(city.resolve("demonstration.yaml")).exists();
    assertThat(city.resolve("communities.shp")).isNotEmptyFile();
    assertThat(out.toString()).contains("60 synthetic communities, seed 5").contains("city");
  }

  @Test
  void refusesANumberThatItCannotMake(@TempDir Path folder) {
    run("--communities", "12", "--out", folder.toString());
    assertThat(failures)
        .singleElement(as(THROWABLE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--communities")
        .hasMessageContaining("60 to 400000");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAFileInPlaceOfAFolder(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    run("--out", file.toString());
    assertThat(failures)
        .singleElement(as(THROWABLE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("taken");
  }

  private int run(String... arguments) {
    return new CommandLine(new GenerateCommand())
        .setOut(new PrintWriter(out, true))
        .setExecutionExceptionHandler(
            (failed, line, parsed) -> {
              failures.add(failed);
              return 2;
            })
        .execute(arguments);
  }
}
