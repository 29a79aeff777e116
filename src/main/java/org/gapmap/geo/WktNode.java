package org.gapmap.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Well-known text as a tree: {@code KEYWORD["name", number, CHILD[...]]}. Only its form is read; a
 * text that is not of that form is none.
 *
 * @param keyword in capitals
 * @param values quoted texts and bare words in their order, children left out
 */
record WktNode(String keyword, List<String> values, List<WktNode> children) {
  private static final int DEEPEST = 20;
  private static final int LONGEST = 20_000;

  WktNode {
    values = List.copyOf(values);
    children = List.copyOf(children);
  }

  static Optional<WktNode> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Parser parser = new Parser(text);
    Optional<WktNode> root = parser.node(0);
    parser.skipBlanks();
    return parser.at == text.length() ? root : Optional.empty();
  }

  /** The first value; empty where there is none. */
  String name() {
    return values.isEmpty() ? "" : values.get(0);
  }

  OptionalDouble number(int index) {
    if (index >= values.size()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(values.get(index));
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  Optional<WktNode> child(String wanted) {
    return children.stream().filter(c -> c.keyword.equals(wanted)).findFirst();
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    Optional<WktNode> node(int depth) {
      skipBlanks();
      String keyword = word().toUpperCase(Locale.ROOT);
      skipBlanks();
      if (depth > DEEPEST || keyword.isEmpty() || !takes('[', '(')) {
        return Optional.empty();
      }
      List<String> values = new ArrayList<>();
      List<WktNode> children = new ArrayList<>();
      do {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '"') {
          int end = text.indexOf('"', at + 1);
          if (end < 0) {
            return Optional.empty();
          }
          values.add(text.substring(at + 1, end));
          at = end + 1;
        } else {
          int start = at;
          String bare = word();
          skipBlanks();
          if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(')) {
            at = start;
            Optional<WktNode> child = node(depth + 1);
            if (child.isEmpty()) {
              return child;
            }
            children.add(child.get());
          } else if (bare.isEmpty()) {
            return Optional.empty();
          } else {
            values.add(bare);
          }
        }
        skipBlanks();
      } while (takes(',', ','));
      return takes(']', ')')
          ? Optional.of(new WktNode(keyword, values, children))
          : Optional.empty();
    }

    private String word() {
      int start = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || "_+-.".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      return text.substring(start, at);
    }

    private boolean takes(char one, char other) {
      if (at < text.length() && (text.charAt(at) == one || text.charAt(at) == other)) {
        at++;
        return true;
      }
      return false;
    }

    private void skipBlanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
  }
}
