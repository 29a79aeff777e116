package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a table's headings stand, and what they say. Offices put titles and notes above them, and
 * lay them over two rows.
 *
 * @param last the number of the last heading row: what follows is data
 * @param texts a heading per column; of two rows the lower with the upper in brackets after it,
 *     where both say something
 * @param places the columns that hold the place; empty where there are addresses only
 * @param address index of the column with addresses; -1 where there is none
 * @param name index of the column with names; -1 where there is none
 */
record TableHeading(
    int last, List<String> texts, Optional<PlaceColumns> places, int address, int name) {
  /** Titles and notes above the headings. */
  static final int LOOKED_AT = 12;

  private static final int LONGEST_HEADING = 12;
  private static final Pattern ADDRESS =
      Pattern.compile(".*(地址|住址|详址|坐落|座落|门牌号?|位置)|addr(ess)?|dz|xxdz");
  private static final Pattern NAME = Pattern.compile(".*(名称|名)|name|mc");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.,]*%?");

  /**
   * @param rows the first rows, blank ones too
   */
  static Optional<TableHeading> find(List<Table.Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      Optional<PlaceColumns> places = PlaceColumns.find(rows.get(i).cells());
      if (places.isPresent()) {
        boolean coarse = places.get().form() == PlaceColumns.Form.PAIR;
        if (coarse && i + 1 < rows.size()) {
          Optional<PlaceColumns> finer = PlaceColumns.find(rows.get(i + 1).cells());
          if (finer.isPresent() && finer.get().form() != PlaceColumns.Form.PAIR) {
            return Optional.of(joined(rows, i + 1));
          }
        }
        return Optional.of(joined(rows, i));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      List<String> texts = rows.get(i).cells();
      if (distinct(rows.get(i)) >= 2 && (column(texts, ADDRESS) >= 0 || column(texts, NAME) >= 0)) {
        return Optional.of(joined(rows, i));
      }
    }
    return Optional.empty();
  }

  private static TableHeading joined(List<Table.Row> rows, int at) {
    Table.Row row = rows.get(at);
    List<String> texts = row.cells();
    int last = row.number();
    if (at > 0 && isUpper(rows.get(at - 1), row)) {
      texts = join(rows.get(at - 1), row);
    }
    if (at + 1 < rows.size() && isLower(row, rows.get(at + 1))) {
      texts = join(row, rows.get(at + 1));
      last = rows.get(at + 1).number();
    }
    return new TableHeading(
        last, texts, PlaceColumns.find(texts), column(texts, ADDRESS), column(texts, NAME));
  }

  /** The row above says something where this one does not: its cells are merged downwards. */
  private static boolean isUpper(Table.Row above, Table.Row row) {
    if (distinct(above) < 2) {
      return false;
    }
    for (int i = 0; i < above.cells().size(); i++) {
      String upper = above.cell(i);
      if (!upper.isEmpty() && (row.cell(i).isEmpty() || row.cell(i).equals(upper))) {
        return true;
      }
    }
    return false;
  }

  /** The row below only divides some of the headings. */
  private static boolean isLower(Table.Row row, Table.Row below) {
    boolean divides = false;
    boolean leaves = false;
    for (int i = 0; i < Math.max(row.cells().size(), below.cells().size()); i++) {
      String lower = below.cell(i);
      if (NUMBER.matcher(lower).matches()) {
        return false;
      }
      boolean same = lower.isEmpty() || lower.equals(row.cell(i));
      leaves |= same && !row.cell(i).isEmpty();
      divides |= !same && (row.cell(i).isEmpty() || spread(row, i));
    }
    return (divides && leaves && PlaceColumns.find(row.cells()).isPresent())
        ? PlaceColumns.find(join(row, below)).isPresent()
        : divides && leaves && below.cells().stream().filter(c -> !c.isEmpty()).count() >= 2;
  }

  /** Whether a heading goes on into the next column, merged or left blank. */
  private static boolean spread(Table.Row row, int i) {
    String next = row.cell(i + 1);
    return i + 1 < row.cells().size() && (next.isEmpty() || next.equals(row.cell(i)));
  }

  private static List<String> join(Table.Row upper, Table.Row lower) {
    List<String> joined = new ArrayList<>();
    String group = "";
    for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
      group = upper.cell(i).isEmpty() ? group : upper.cell(i);
      String own = lower.cell(i);
      if (own.isEmpty()) {
        joined.add(upper.cell(i));
      } else {
        joined.add(
            group.isEmpty() || group.equals(own)
                ? own
                : own + "（" + group.replaceAll("[()（）\\[\\]]+", " ").strip() + "）");
      }
    }
    return joined;
  }

  private static long distinct(Table.Row row) {
    return new HashSet<>(row.cells()).stream().filter(c -> !c.isEmpty()).count();
  }

  private static int column(List<String> texts, Pattern called) {
    for (int i = 0; i < texts.size(); i++) {
      String plain =
          texts
              .get(i)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[(（\\[].*?[)）\\]]", "")
              .replaceAll("[\\s_]", "");
      if (plain.length() <= LONGEST_HEADING && called.matcher(plain).matches()) {
        return i;
      }
    }
    return -1;
  }
}
