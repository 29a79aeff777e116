package org.gapmap.standards;

import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.Citation;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Verification;

/** Reads where numbers come from. A number without a verification of its own is refused. */
final class Citations {
  static final Set<String> KEYS =
      Set.of("clause", "source", "year", "verification", "local_choice", "note");

  private static final LocalizedText NO_CLAUSE = new LocalizedText("无条文", "no clause");

  private final Optional<LocalizedText> source;
  private final Optional<Integer> year;

  /** What the file says once for all its numbers. */
  Citations(YamlNode root) {
    source = root.find("source").map(YamlNode::words);
    year = root.find("year").map(Citations::year);
  }

  /** A row's citation: the clause must be there. */
  Citation ofRow(YamlNode row) {
    row.get("clause");
    return of(row, Optional.empty());
  }

  /**
   * A citation in a node of its own.
   *
   * @param around gives what the node leaves out, its verification and its note excepted, unless
   *     the node names another source
   */
  Citation of(YamlNode node, Optional<Citation> around) {
    // Another source has clauses and a year of its own.
    Optional<Citation> outer = node.find("source").isPresent() ? Optional.empty() : around;
    Optional<LocalizedText> note = node.find("note").map(YamlNode::words);
    return new Citation(
        node.find("clause")
            .map(YamlNode::words)
            .or(() -> outer.map(Citation::clause))
            .orElse(NO_CLAUSE),
        node.find("source")
            .map(YamlNode::words)
            .or(() -> outer.map(Citation::source))
            .or(() -> source)
            .orElseGet(() -> node.get("source").words()),
        node.find("year")
            .map(Citations::year)
            .or(() -> outer.map(Citation::year))
            .or(() -> year)
            .orElseGet(() -> year(node.get("year"))),
        node.get("verification").oneOf(Verification.class),
        node.find("local_choice").map(YamlNode::flag).orElse(false),
        note.map(LocalizedText::zh).orElse(""),
        note.map(LocalizedText::en).orElse(""));
  }

  private static int year(YamlNode node) {
    return node.text().equals("unknown") ? 0 : node.integer();
  }
}
