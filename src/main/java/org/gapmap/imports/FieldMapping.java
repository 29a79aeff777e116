package org.gapmap.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which field of a file plays which role; at most one field a role, one role a field. */
final class FieldMapping {
  private final Map<FieldRole, MappedField> byRole = new EnumMap<>(FieldRole.class);
  private final List<MappedField> fields;

  FieldMapping(List<MappedField> fields) {
    for (MappedField field : fields) {
      byRole.put(field.role(), field);
    }
    this.fields = List.copyOf(byRole.values());
  }

  Optional<MappedField> find(FieldRole role) {
    return Optional.ofNullable(byRole.get(role));
  }

  /** Whether the file is one that GapMap exported. */
  boolean own() {
    return byRole.values().stream().anyMatch(field -> field.how() == MappedField.How.OWN);
  }

  /** The row's text in the role's field, empty where there is no such field. */
  String text(FieldRole role, Map<String, String> row) {
    MappedField field = byRole.get(role);
    return field == null ? "" : row.getOrDefault(field.field(), "");
  }

  List<MappedField> fields() {
    return fields;
  }

  Set<String> fieldNames() {
    return byRole.values().stream().map(MappedField::field).collect(Collectors.toSet());
  }
}
