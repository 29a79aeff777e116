package org.gapmap.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.gapmap.store.Difference;

/** What an import makes of a layer, as {@code difference} of its report. */
final class DifferenceJson {
  private DifferenceJson() {}

  static void put(ObjectNode report, Difference difference, int refused) {
    ObjectNode node =
        report
            .putObject("difference")
            .put("mode", word(difference.mode()))
            .put("added", difference.added())
            .put("changed", difference.changed())
            .put("removed", difference.removed())
            .put("unchanged", difference.unchanged())
            .put("refused", refused);
    ArrayNode examples = node.putArray("examples");
    for (Difference.Example example : difference.examples()) {
      ArrayNode fields =
          examples
              .addObject()
              .put("change", word(example.change()))
              .put("row", example.row())
              .put("key", example.key())
              .put("name", example.name())
              .putArray("fields");
      for (Difference.Field field : example.fields()) {
        fields
            .addObject()
            .put("field", field.field())
            .put("before", field.before())
            .put("after", field.after());
      }
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
