package org.gapmap.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.gapmap.domain.OwnColumns;
import org.gapmap.domain.Population;
import org.gapmap.domain.Renovation;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.RefusedRow;

/** A row's mapped values, read; what can't be read goes to the log and is unknown. */
final class RowFields {
  private final FieldMapping mapping;
  private final FieldValues values;
  private final Set<FieldRole> unknown;
  private final Set<String> personal;
  private final Set<String> codes;
  private final IssueLog log;
  private final boolean own;
  private final Map<String, MappedField> byName = new HashMap<>();
  private final FirstRows keys = new FirstRows();

  /**
   * @param unknown roles whose field says nothing, though it is filled
   * @param personal fields that are not to be stored
   * @param codes fields whose values are kept as they are, however much like a telephone
   */
  RowFields(
      FieldMapping mapping,
      FieldValues values,
      Set<FieldRole> unknown,
      Set<String> personal,
      Set<String> codes,
      IssueLog log) {
    this.mapping = mapping;
    this.values = values;
    this.unknown = Set.copyOf(unknown);
    this.personal = Set.copyOf(personal);
    this.codes = Set.copyOf(codes);
    this.log = log;
    this.own = mapping.own();
    mapping.fields().forEach(field -> byName.put(field.field(), field));
  }

  /** Empty where there is no such field, or where it says that nothing is known. */
  String text(FieldRole role, SourceFeature row) {
    return values.text(mapping.text(role, row.fields()));
  }

  /** The name; a row without one is told where the file has a field for it. */
  String name(SourceFeature row) {
    String name = masked(text(FieldRole.NAME, row), FieldRole.NAME.id(), row);
    if (name.isEmpty() && mapping.find(FieldRole.NAME).isPresent()) {
      log.add(Finding.NO_NAME.at(row.row(), "", ""));
    }
    return name;
  }

  OptionalInt count(FieldRole role, SourceFeature row) {
    Optional<MappedField> field = mapping.find(role);
    if (field.isEmpty() || unknown.contains(role)) {
      return OptionalInt.empty();
    }
    return told(role, row, values.count(field.get(), mapping.text(role, row.fields())));
  }

  /** The row's key, where it is the first with it; a row that repeats one is told, and has none. */
  String key(SourceFeature row) {
    String key = text(FieldRole.KEY, row);
    if (key.isEmpty() || keys.putIfAbsent(fingerprint(key), row.row()) == 0) {
      return key;
    }
    log.add(Finding.DUPLICATE_KEY.at(row.row(), "", key));
    return "";
  }

  /** 64 bits, of which two keys of a million share one in 10^8 files; each letter turns all. */
  private static long fingerprint(String key) {
    long hash = 1125899906842597L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 6364136223846793005L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  Population population(SourceFeature row) {
    return new Population(
        count(FieldRole.HOUSEHOLDS, row),
        count(FieldRole.RESIDENTS, row),
        count(FieldRole.ELDERLY, row),
        count(FieldRole.CHILDREN, row),
        count(FieldRole.PRESCHOOLERS, row),
        count(FieldRole.PUPILS, row));
  }

  /** In square metres, above 0; empty where unknown. */
  OptionalDouble area(FieldRole role, SourceFeature row) {
    Optional<MappedField> field = mapping.find(role);
    if (field.isEmpty()) {
      return OptionalDouble.empty();
    }
    FieldValues.Amount amount = values.area(field.get(), mapping.text(role, row.fields()));
    if (!amount.understood()) {
      notUnderstood(role, row);
    }
    return amount.value();
  }

  OptionalInt year(SourceFeature row) {
    return told(
        FieldRole.BUILD_YEAR, row, values.year(mapping.text(FieldRole.BUILD_YEAR, row.fields())));
  }

  /** Empty where unknown; a text that is not understood is told, and kept as the file's own. */
  Optional<Renovation> renovation(SourceFeature row, RenovationWords words) {
    Optional<MappedField> field = mapping.find(FieldRole.RENOVATION);
    if (field.isEmpty() || unknown.contains(FieldRole.RENOVATION)) {
      return Optional.empty();
    }
    String text = mapping.text(FieldRole.RENOVATION, row.fields());
    Optional<Renovation> found = words.find(field.get().field(), text);
    if (found.isEmpty() && !values.isEmpty(text)) {
      log.add(Finding.RENOVATION_UNCLEAR.at(row.row(), field.get().field(), text));
    }
    return found;
  }

  private OptionalInt told(FieldRole role, SourceFeature row, FieldValues.Reading reading) {
    if (!reading.understood()) {
      notUnderstood(role, row);
    }
    return reading.value();
  }

  /** A word that stands for something: told where it is there and not understood. */
  <T> Optional<T> word(FieldRole role, SourceFeature row, Function<String, Optional<T>> meaning) {
    String text = text(role, row);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> found = meaning.apply(text);
    if (found.isEmpty()) {
      notUnderstood(role, row);
    }
    return found;
  }

  private void notUnderstood(FieldRole role, SourceFeature row) {
    String field = mapping.find(role).map(MappedField::field).orElse(role.id());
    log.add(Finding.VALUE_NOT_UNDERSTOOD.at(row.row(), field, mapping.text(role, row.fields())));
  }

  /**
   * The fields that are kept as text: all that are filled, but personal ones, and those that are
   * stored word for word under their role.
   */
  Map<String, String> attributes(SourceFeature row) {
    Kept kept = new Kept(row);
    row.fields().forEach(kept);
    return kept.texts;
  }

  /** Takes a row's fields; a class of its own since a lambda for each row takes longer to make. */
  private final class Kept implements BiConsumer<String, String> {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final SourceFeature row;

    Kept(SourceFeature row) {
      this.row = row;
    }

    @Override
    public void accept(String field, String text) {
      if (text.isEmpty() || isStoredElsewhere(field, text) || (own && OwnColumns.isOwn(field))) {
        return;
      }
      texts.put(
          own ? OwnColumns.original(field) : field,
          codes.contains(field) ? text : masked(text, field, row));
    }
  }

  private boolean isStoredElsewhere(String field, String text) {
    if (personal.contains(field)) {
      return true;
    }
    MappedField mapped = byName.get(field);
    if (mapped == null) {
      return false;
    }
    if (mapped.how() == MappedField.How.OWN) {
      return true;
    }
    return switch (mapped.role()) {
      case NAME, KEY, SUBTYPE, CATEGORY -> true;
      case STATUS, ACCESS, RENOVATION -> false;
      default -> Quantity.isDigits(text) && mapped.multiplier() == 1;
    };
  }

  /** The row as it stood, to be put right and imported again; without personal data. */
  RefusedRow refused(SourceFeature row, ImportIssue why) {
    Map<String, String> columns = new LinkedHashMap<>(row.fields());
    columns.keySet().removeAll(personal);
    columns.replaceAll((field, text) -> codes.contains(field) ? text : PersonalText.masked(text));
    return new RefusedRow(
        why.row(), why.field(), why.code(), why.detail(), columns, row.geometry());
  }

  private String masked(String text, String field, SourceFeature row) {
    String masked = PersonalText.masked(text);
    if (!masked.equals(text)) {
      log.add(Finding.PERSONAL_MASKED.at(row.row(), field, masked));
    }
    return masked;
  }
}
