package org.gapmap.imports;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CrsChoice;
import org.gapmap.imports.source.SourceDescription;

/** What a file's numbers, fields and columns are taken for, as the request and the words say. */
final class Recogniser {
  private final FieldDictionary dictionary = FieldDictionary.load();
  private final FieldValues values = FieldValues.load();
  private final PersonalData personal = PersonalData.load();

  FieldDictionary dictionary() {
    return dictionary;
  }

  FieldValues values() {
    return values;
  }

  PersonalData personal() {
    return personal;
  }

  /**
   * @throws UserError where neither the request nor the file says it, and the numbers do not show
   *     it
   */
  static CrsChoice crs(ImportRequest request, SourceDescription description) {
    return CrsChoice.decide(
        request.meaning().crs(),
        description.crs(),
        description.sample(),
        description.geometryType().endsWith("point"),
        description.fileName());
  }

  /**
   * The user's fields win; the field that says the kind keeps its own words as the subtype, unless
   * they are ids of kinds.
   *
   * @throws UserError where the file has no field that the request names
   */
  FieldMapping mapping(ImportRequest request, SourceDescription description) {
    Map<FieldRole, String> given = new EnumMap<>(FieldRole.class);
    request
        .meaning()
        .kind()
        .flatMap(KindChoice::field)
        .filter(field -> !field.equals(SourceDescription.KIND_FIELD))
        .ifPresent(f -> given.put(FieldRole.SUBTYPE, f));
    given.putAll(request.meaning().fields());
    return dictionary.map(description.fieldNames(), request.type(), given, description.fileName());
  }

  /** Fields that look like personal data, whether the request keeps them or not. */
  Map<String, PersonalData.Sort> personal(
      SourceDescription description, FieldMapping mapping, Survey survey) {
    Map<String, PersonalData.Sort> found = new LinkedHashMap<>();
    for (String field : description.fieldNames()) {
      if (mapping.fieldNames().contains(field)) {
        continue;
      }
      personal
          .byName(field)
          .or(() -> dictionary.isKeyName(field) ? Optional.empty() : survey.personal(field))
          .ifPresent(sort -> found.put(field, sort));
    }
    return found;
  }
}
