package org.gapmap.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gapmap.store.Difference;

/** What an import makes of a layer, for a person. */
final class DifferenceText {
  private static final int VALUE_LENGTH = 32;

  private final boolean chinese;

  DifferenceText(boolean chinese) {
    this.chinese = chinese;
  }

  /** Lines without an end of line; none where there was nothing before to compare with. */
  List<String> of(Difference difference) {
    List<String> lines = new ArrayList<>();
    if (difference.examples().isEmpty() && difference.unchanged() == 0) {
      return lines;
    }
    lines.add(
        (chinese
                ? "与现行版本相比：新增 %d 行，变更 %d 行，删除 %d 行，不变 %d 行"
                : "Against the current version: %d rows added, %d changed, %d removed, %d as they"
                    + " were")
            .formatted(
                difference.added(),
                difference.changed(),
                difference.removed(),
                difference.unchanged()));
    for (Difference.Example example : difference.examples()) {
      if (example.change() != Difference.Change.ADDED) {
        lines.add("  " + line(example));
      }
    }
    return lines;
  }

  private String line(Difference.Example example) {
    String name = (example.name() + " " + example.key()).strip();
    String what =
        switch (example.change()) {
          case ADDED -> chinese ? "新增" : "added";
          case CHANGED -> chinese ? "变更" : "changed";
          case REMOVED -> chinese ? "删除" : "removed";
        };
    String fields =
        example.fields().stream()
            .map(
                field ->
                    field.field() + " " + shown(field.before()) + " -> " + shown(field.after()))
            .collect(Collectors.joining(", "));
    return what
        + (chinese ? " 第 " + example.row() + " 行 " : " row " + example.row() + " ")
        + name
        + (fields.isEmpty() ? "" : ": " + fields);
  }

  private static String shown(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.isEmpty()
        ? "\"\""
        : line.length() <= VALUE_LENGTH ? line : line.substring(0, VALUE_LENGTH) + "...";
  }
}
