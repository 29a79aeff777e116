package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.OwnColumns;
import org.gapmap.domain.UserError;

/**
 * What offices call their fields, from {@code imports/fields.yaml}, and from that the mapping of a
 * file's fields to roles.
 */
final class FieldDictionary {
  private static final int DBF_NAME_BYTES = 10;
  private static final List<Charset> DBF_CHARSETS =
      List.of(Charset.forName("GBK"), StandardCharsets.UTF_8);

  /**
   * A unit or a remark in a heading: {@code 户数(户)}, {@code 人口[万人]}; a DBF's ten bytes may have cut
   * off how it ends. Where they cut it off whole, the unit is not known, and neither is the field.
   */
  private static final Pattern REMARK = Pattern.compile("[(\\[{【〔]([^)\\]}】〕\\uFFFD]+)[)\\]}】〕]?");

  /** GADM's NAME_2, a yearbook's NAME9704. */
  private static final Pattern NUMBERED = Pattern.compile("(.*?\\D)\\d{1,4}");

  private static final int LEAST_CUT_LENGTH = 3;

  private final JsonNode roles;
  private final Set<String> ambiguousAreas;

  private FieldDictionary(JsonNode root) {
    this.roles = root.required("roles");
    this.ambiguousAreas =
        Vocabulary.texts(root.required("ambiguous_areas")).stream()
            .map(Vocabulary::bare)
            .collect(Collectors.toSet());
  }

  static FieldDictionary load() {
    return new FieldDictionary(Vocabulary.fields());
  }

  /**
   * Maps a file's fields to the roles of a layer type.
   *
   * @param given the user's word: a role's field, or an empty text for none; wins over everything
   * @throws UserError where a given field is not in the file or its role is not one of the type
   */
  FieldMapping map(List<String> fields, LayerType type, Map<FieldRole, String> given, String file) {
    List<FieldRole> open = new ArrayList<>(FieldRole.of(type));
    List<MappedField> mapped = new ArrayList<>();
    Set<String> free = new LinkedHashSet<>(fields);
    given.forEach(
        (role, field) -> {
          if (!open.remove(role)) {
            throw new UserError(
                "a layer of " + type.name().toLowerCase(Locale.ROOT) + " has no " + role.id(),
                "--field " + role.id() + "=" + field,
                "it has " + String.join(", ", open.stream().map(FieldRole::id).toList()));
          }
          if (!field.isEmpty()) {
            String name = require(fields, field, file);
            free.remove(name);
            mapped.add(mapped(role, name, MappedField.How.GIVEN));
          }
        });
    if (OwnColumns.wroteAll(fields)) {
      // All that has a meaning stands under its role's name: nothing else is to be guessed.
      for (FieldRole role : open) {
        own(role, type, free)
            .ifPresent(name -> mapped.add(mapped(role, name, MappedField.How.OWN)));
      }
      return new FieldMapping(mapped);
    }
    for (MappedField.How how : List.of(MappedField.How.KNOWN, MappedField.How.CUT)) {
      for (FieldRole role : List.copyOf(open)) {
        Optional<String> hit =
            how == MappedField.How.KNOWN ? known(role, type, free) : cut(role, type, free);
        if (hit.isPresent()) {
          free.remove(hit.get());
          open.remove(role);
          mapped.add(mapped(role, hit.get(), how));
        }
      }
    }
    if (open.contains(FieldRole.NAME)) {
      numberedName(type, free)
          .ifPresent(name -> mapped.add(mapped(FieldRole.NAME, name, MappedField.How.NUMBERED)));
    }
    return new FieldMapping(mapped);
  }

  /**
   * The file's field of this name, case aside.
   *
   * @throws UserError naming the file's fields where there is none
   */
  static String require(List<String> fields, String name, String file) {
    if (fields.contains(name)) {
      return name;
    }
    return fields.stream()
        .filter(field -> Vocabulary.fold(field).equals(Vocabulary.fold(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "there is no field '" + name + "'",
                    file,
                    "its fields are " + String.join(", ", fields)));
  }

  /**
   * A field that may be floor or land area, in a file that has no field for one of the two; empty
   * where there is none, or where the layer's type has no areas.
   */
  Optional<String> ambiguousArea(List<String> fields, LayerType type, FieldMapping mapping) {
    if (!FieldRole.of(type).contains(FieldRole.FLOOR_AREA)
        || mapping.find(FieldRole.FLOOR_AREA).isPresent()
        || mapping.find(FieldRole.LAND_AREA).isPresent()) {
      return Optional.empty();
    }
    return fields.stream()
        .filter(field -> ambiguousAreas.contains(Vocabulary.bare(withoutRemark(field))))
        .findFirst();
  }

  /**
   * Whether the field is called what offices call a code, whose numbers may look like telephones.
   */
  boolean isKeyName(String field) {
    return Stream.of(LayerType.COMMUNITIES, LayerType.FACILITIES, LayerType.BUILDINGS)
        .flatMap(type -> aliases(FieldRole.KEY, type).stream())
        .anyMatch(alias -> Vocabulary.bare(alias).equals(Vocabulary.bare(field)));
  }

  /** The column that GapMap exports the role's values in, also where ten bytes cut its name. */
  private static Optional<String> own(FieldRole role, LayerType type, Set<String> free) {
    String name =
        type == LayerType.LAND_USE && role == FieldRole.CATEGORY ? OwnColumns.LAND_USE : role.id();
    String cut = cutAt(name, DBF_NAME_BYTES, StandardCharsets.UTF_8);
    return Stream.of(name, cut)
        .flatMap(wanted -> free.stream().filter(wanted::equalsIgnoreCase))
        .findFirst();
  }

  private Optional<String> known(FieldRole role, LayerType type, Set<String> free) {
    Map<String, String> byName = new HashMap<>();
    for (String field : free) {
      byName.putIfAbsent(Vocabulary.bare(withoutRemark(field)), field);
    }
    for (String field : free) {
      byName.put(Vocabulary.bare(field), field);
    }
    return aliases(role, type).stream()
        .map(Vocabulary::bare)
        .filter(byName::containsKey)
        .findFirst()
        .map(byName::get);
  }

  private Optional<String> cut(FieldRole role, LayerType type, Set<String> free) {
    Set<String> elsewhere = new HashSet<>();
    for (FieldRole other : FieldRole.of(type)) {
      if (other != role) {
        elsewhere.addAll(cutNames(other, type));
      }
    }
    Set<String> here = cutNames(role, type);
    here.removeAll(elsewhere);
    return free.stream().filter(field -> here.contains(Vocabulary.bare(whole(field)))).findFirst();
  }

  private Set<String> cutNames(FieldRole role, LayerType type) {
    Set<String> names = new HashSet<>();
    for (String alias : aliases(role, type)) {
      for (Charset charset : DBF_CHARSETS) {
        String cut = cutAt(alias, DBF_NAME_BYTES, charset);
        if (cut.length() < alias.length() && cut.length() >= LEAST_CUT_LENGTH) {
          names.add(Vocabulary.bare(cut));
        }
      }
    }
    return names;
  }

  private static String cutAt(String text, int bytes, Charset charset) {
    int end = text.length();
    while (text.substring(0, end).getBytes(charset).length > bytes) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Without the remains of a character that the cut went through. */
  private static String whole(String field) {
    return field.replaceAll("[\\uFFFD?]+$", "");
  }

  /** The last of several: GADM's most detailed level, a yearbook's newest. */
  private Optional<String> numberedName(LayerType type, Set<String> free) {
    Set<String> known = new HashSet<>();
    aliases(FieldRole.NAME, type).forEach(alias -> known.add(Vocabulary.bare(alias)));
    return free.stream()
        .filter(
            field -> {
              Matcher numbered = NUMBERED.matcher(Vocabulary.bare(field));
              return numbered.matches() && known.contains(numbered.group(1));
            })
        .reduce((first, second) -> second);
  }

  private List<String> aliases(FieldRole role, LayerType type) {
    JsonNode entry = roles.required(role.id());
    List<String> all = Vocabulary.texts(entry.path(type.name().toLowerCase(Locale.ROOT)));
    all.addAll(Vocabulary.texts(entry.required("aliases")));
    return all;
  }

  private static MappedField mapped(FieldRole role, String field, MappedField.How how) {
    Matcher remark = REMARK.matcher(field.replace('（', '(').replace('）', ')'));
    return new MappedField(role, field, how, remark.find() ? multiplier(role, remark.group(1)) : 1);
  }

  private static double multiplier(FieldRole role, String unit) {
    if (role.isArea()) {
      return Quantity.squareMetres(Vocabulary.fold(unit)).orElse(1);
    }
    return role.isCount() ? Quantity.multiplier(unit) : 1;
  }

  private static String withoutRemark(String field) {
    return REMARK.matcher(field.replace('（', '(').replace('）', ')')).replaceAll("");
  }
}
