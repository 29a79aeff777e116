package org.gapmap.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gapmap.domain.LocalizedText;

/** An export's report as a JSON object, as {@code docs/api.md} lays it out. */
public final class ExportJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ExportJson() {}

  public static ObjectNode of(ExportReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("rows", report.rows());
    root.put("crs", report.crs());
    root.put("format", report.format());
    ArrayNode lost = root.putArray("cannotHold");
    for (LocalizedText text : report.cannotHold()) {
      lost.addObject().put("zh", text.zh()).put("en", text.en());
    }
    ArrayNode names = root.putArray("fieldNames");
    for (ExportReport.FieldName field : report.fieldNames()) {
      names.addObject().put("name", field.name()).put("written", field.written());
    }
    return root;
  }
}
