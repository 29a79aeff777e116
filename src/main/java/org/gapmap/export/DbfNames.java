package org.gapmap.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gapmap.geo.DbfField;

/** Names of at most ten bytes of UTF-8, cut between characters, each once whatever the case. */
final class DbfNames {
  private DbfNames() {}

  static List<String> of(List<TableColumn> columns) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (TableColumn column : columns) {
      String wanted = column.brief().isEmpty() ? column.name() : column.brief();
      String name = Values.fitting(wanted, DbfField.LONGEST_NAME);
      for (int n = 1; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        String end = "_" + n;
        name = Values.fitting(wanted, DbfField.LONGEST_NAME - end.length()) + end;
      }
      names.add(name);
    }
    return List.copyOf(names);
  }
}
