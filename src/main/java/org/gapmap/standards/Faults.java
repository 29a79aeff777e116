package org.gapmap.standards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gapmap.domain.UserError;

/** What is wrong with one file: all of it, so that a planner puts ten things right in one go. */
final class Faults {
  private final Map<String, UserError> byMessage = new LinkedHashMap<>();

  /** A value of the file; what stands in for it, with the fault noted, where it cannot be read. */
  <T> T read(T instead, Supplier<T> value) {
    try {
      return value.get();
    } catch (UserError fault) {
      add(fault);
      return instead;
    }
  }

  /** Notes the keys that nobody knows: a misspelt optional key would be lost in silence. */
  void allow(YamlNode node, Set<String> known) {
    read(List.<UserError>of(), () -> node.unknownKeys(known)).forEach(this::add);
  }

  /** The same fault, met twice while reading, is one. */
  void add(UserError fault) {
    byMessage.putIfAbsent(String.valueOf(fault.getMessage()), fault);
  }

  int count() {
    return byMessage.size();
  }

  List<UserError> list() {
    return new ArrayList<>(byMessage.values());
  }
}
