package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadLimitsDocsTest {
  @Test
  void theTableForAdministratorsHoldsEverySettingWithItsDefault() throws IOException {
    Matcher row =
        Pattern.compile("(?m)^\\| `(GAPMAP_LIMIT_[A-Z_]+)` \\| ([0-9]+G?) \\|")
            .matcher(Files.readString(Path.of("docs/operations.md")));
    Map<String, String> documented = new TreeMap<>();
    while (row.find()) {
      documented.put(row.group(1), row.group(2));
    }
    assertThat(documented).hasSize(ReadLimits.Setting.values().length);
    assertThat(ReadLimits.of(documented)).isEqualTo(ReadLimits.DEFAULTS);
  }
}
