package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.gapmap.domain.LocalizedText;

/** A job's texts as its columns hold them. */
final class JobJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JobJson() {}

  static String of(LocalizedText text) {
    return JSON.createObjectNode().put("zh", text.zh()).put("en", text.en()).toString();
  }

  static String of(JobRecord.Problem problem) {
    return JSON.createObjectNode()
        .put("what", problem.what())
        .put("where", problem.where())
        .put("remedy", problem.remedy())
        .toString();
  }

  static LocalizedText text(String json) {
    JsonNode tree = tree(json);
    return new LocalizedText(tree.path("zh").asText(), tree.path("en").asText());
  }

  static JobRecord.Problem problem(String json) {
    JsonNode tree = tree(json);
    return new JobRecord.Problem(
        tree.path("what").asText(), tree.path("where").asText(), tree.path("remedy").asText());
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds a job that is not JSON", e);
    }
  }
}
