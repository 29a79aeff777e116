package org.gapmap.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.LocalizedText;
import org.gapmap.store.RefusedRow;

/** Why rows were refused, as their report has it, and what to do about it. */
final class RefusedReasons {
  private static final String OTHERS = "default";

  private final JsonNode advice;
  private final Map<String, LocalizedText> reasons = new HashMap<>();

  /**
   * @param report of the import that refused them
   */
  RefusedReasons(JsonNode report) {
    try (InputStream in = RefusedReasons.class.getResourceAsStream("/export/advice.yaml")) {
      this.advice = new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (JsonNode group : report.path("refusedByReason")) {
      reasons.put(
          group.path("code").asText(),
          new LocalizedText(group.path("messageZh").asText(), group.path("messageEn").asText()));
    }
  }

  /** The values of {@link org.gapmap.domain.RefusedColumns#NAMES}. */
  List<String> columns(RefusedRow row) {
    Optional<LocalizedText> reason = Optional.ofNullable(reasons.get(row.code()));
    JsonNode todo = advice.has(row.code()) ? advice.path(row.code()) : advice.path(OTHERS);
    return List.of(
        Integer.toString(row.row()),
        row.code(),
        row.field(),
        row.detail(),
        reason.map(LocalizedText::zh).orElse(""),
        reason.map(LocalizedText::en).orElse(""),
        todo.path("zh").asText(),
        todo.path("en").asText());
  }
}
