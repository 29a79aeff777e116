package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the values of mapped fields. What can't be read is unknown, never zero. */
final class FieldValues {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[89]\\d\\d|20\\d\\d)(?!\\d)");
  private static final Pattern COMPACT_DATE =
      Pattern.compile("(1[89]\\d\\d|20\\d\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])?");
  private static final Pattern SHORT_YEAR = Pattern.compile("(?<!\\d)([5-9]\\d)年(?!代)");
  private static final Pattern ZERO = Pattern.compile("0+(\\.0*)?");
  private static final Pattern DECADE = Pattern.compile(".*年\\s*代.*|.*\\d0s\\b.*");
  private static final int EARLIEST_YEAR = 1800;
  private static final int LATEST_YEAR = 2099;
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  /**
   * What came of a value.
   *
   * @param value empty where the field is empty, too
   * @param understood false where there is something, and it could not be read
   */
  record Reading(OptionalInt value, boolean understood) {
    static final Reading EMPTY = new Reading(OptionalInt.empty(), true);
    static final Reading NOT_UNDERSTOOD = new Reading(OptionalInt.empty(), false);

    static Reading of(int value) {
      return new Reading(OptionalInt.of(value), true);
    }
  }

  /**
   * What came of an area.
   *
   * @param value above 0; empty where the field is empty, too
   * @param understood false where there is something, and it could not be read
   */
  record Amount(OptionalDouble value, boolean understood) {
    static final Amount EMPTY = new Amount(OptionalDouble.empty(), true);
    static final Amount NOT_UNDERSTOOD = new Amount(OptionalDouble.empty(), false);

    static Amount of(double value) {
      return new Amount(OptionalDouble.of(value), true);
    }
  }

  private final Set<String> empty = new HashSet<>();

  /** What the words in {@link #empty} begin with. */
  private String firsts = "";

  private final Map<FieldRole, Set<String>> units = new EnumMap<>(FieldRole.class);

  private FieldValues() {}

  static FieldValues load() {
    JsonNode root = Vocabulary.fields();
    FieldValues values = new FieldValues();
    Vocabulary.texts(root.required("empty"))
        .forEach(word -> values.empty.add(Vocabulary.fold(word)));
    values.firsts =
        values.empty.stream()
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1))
            .collect(Collectors.joining());
    for (FieldRole role : FieldRole.values()) {
      Set<String> words = new HashSet<>();
      Vocabulary.texts(root.required("roles").required(role.id()).path("units"))
          .forEach(word -> words.add(Vocabulary.fold(word)));
      values.units.put(role, words);
    }
    return values;
  }

  /** Whether the text is one that stands for nothing: {@code 不详}, {@code --}, {@code N/A}. */
  boolean isEmpty(String text) {
    if (!text.isEmpty() && beginsUnlike(text)) {
      return false;
    }
    return empty.contains(Vocabulary.fold(text));
  }

  /** Whether the first character, which folding would leave alone, is that of no such word. */
  private boolean beginsUnlike(String text) {
    char first = text.charAt(0);
    boolean digit = first >= '0' && first <= '9';
    boolean han = first >= 0x4E00 && first <= 0x9FFF;
    return (digit || han) && firsts.indexOf(first) < 0;
  }

  /** The text, or an empty one where it stands for nothing. */
  String text(String text) {
    return isEmpty(text) ? "" : text;
  }

  /**
   * A count of people, homes or places, rounded to a whole one. A unit that the role is not counted
   * in (栋 for households) is not understood.
   */
  Reading count(MappedField field, String text) {
    if (isEmpty(text)) {
      return Reading.EMPTY;
    }
    if (field.multiplier() == 1 && Quantity.isDigits(text)) {
      return Reading.of(Integer.parseInt(text));
    }
    Optional<Quantity> quantity = Quantity.parse(text);
    if (quantity.isEmpty()) {
      return Reading.NOT_UNDERSTOOD;
    }
    String unit = quantity.get().unit();
    Set<String> known = units.getOrDefault(field.role(), Set.of());
    if (!unit.isEmpty() && !known.contains(unit)) {
      return Reading.NOT_UNDERSTOOD;
    }
    BigDecimal value =
        quantity
            .get()
            .value()
            .multiply(BigDecimal.valueOf(field.multiplier()))
            .setScale(0, RoundingMode.HALF_UP);
    return value.signum() < 0 || value.compareTo(MOST) > 0
        ? Reading.NOT_UNDERSTOOD
        : Reading.of(value.intValueExact());
  }

  /**
   * An area in square metres. 0 is how a numeric column says nothing; a unit that is no area's is
   * not understood.
   */
  Amount area(MappedField field, String text) {
    if (isEmpty(text)) {
      return Amount.EMPTY;
    }
    Optional<Quantity> quantity = Quantity.parse(text);
    if (quantity.isEmpty()) {
      return Amount.NOT_UNDERSTOOD;
    }
    String unit = quantity.get().unit();
    OptionalDouble sqm = Quantity.squareMetres(unit);
    double value = quantity.get().value().doubleValue();
    if (sqm.isEmpty() || value < 0 || !Double.isFinite(value)) {
      return Amount.NOT_UNDERSTOOD;
    }
    return value == 0
        ? Amount.EMPTY
        : Amount.of(value * (unit.isEmpty() ? field.multiplier() : sqm.getAsDouble()));
  }

  /**
   * The one year in a text: {@code 1998年12月}, {@code 1998-12-01}, {@code 98年}. Two years or a
   * decade are not one; 0 is how a numeric column says nothing.
   */
  Reading year(String text) {
    if (text.length() == 4 && Quantity.isDigits(text)) {
      int year = Integer.parseInt(text);
      if (year >= EARLIEST_YEAR && year <= LATEST_YEAR) {
        return Reading.of(year);
      }
    }
    String plain = ChineseNumber.inDigits(Vocabulary.fold(text));
    if (isEmpty(plain) || ZERO.matcher(plain).matches()) {
      return Reading.EMPTY;
    }
    Matcher compact = COMPACT_DATE.matcher(plain);
    if (compact.matches()) {
      return Reading.of(Integer.parseInt(compact.group(1)));
    }
    Set<Integer> years = new TreeSet<>();
    Matcher whole = YEAR.matcher(plain);
    while (whole.find()) {
      years.add(Integer.parseInt(whole.group(1)));
    }
    Matcher brief = SHORT_YEAR.matcher(plain);
    while (brief.find()) {
      years.add(1900 + Integer.parseInt(brief.group(1)));
    }
    boolean decade = DECADE.matcher(plain).matches();
    return years.size() == 1 && !decade
        ? Reading.of(years.iterator().next())
        : Reading.NOT_UNDERSTOOD;
  }
}
