package org.gapmap.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.ServiceKind;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;

/** The kind that a word of the file means. */
final class KindResolver {
  private final KindCatalogue catalogue;
  private final Map<String, ServiceKind> given = new HashMap<>();
  private final Map<String, Optional<ServiceKind>> known = new HashMap<>();

  /**
   * @param words ids of kinds by a word of the file: they go before the catalogue
   * @throws UserError where one of the ids is no kind's
   */
  KindResolver(KindCatalogue catalogue, Map<String, String> words) {
    this.catalogue = catalogue;
    words.forEach((word, id) -> given.put(Vocabulary.bare(word), get(id)));
  }

  /**
   * The kind of an id, a name or an alias.
   *
   * @throws UserError where it is none
   */
  ServiceKind get(String word) {
    return catalogue.find(word).orElseGet(() -> catalogue.get(word));
  }

  /**
   * A whole value, or of one that goes from the general to the special ({@code 科教文化服务;学校;幼儿园}) the
   * most special part that is known.
   */
  Optional<ServiceKind> find(String value) {
    return known.computeIfAbsent(value, this::look);
  }

  private Optional<ServiceKind> look(String value) {
    ServiceKind said = given.get(Vocabulary.bare(value));
    if (said != null) {
      return Optional.of(said);
    }
    Optional<ServiceKind> whole = catalogue.find(value);
    if (whole.isPresent()) {
      return whole;
    }
    String[] parts = value.split("[;；|/、,，>]");
    for (int i = parts.length - 1; i >= 0; i--) {
      Optional<ServiceKind> part = catalogue.find(parts[i].strip());
      if (part.isPresent()) {
        return part;
      }
    }
    return Optional.empty();
  }
}
