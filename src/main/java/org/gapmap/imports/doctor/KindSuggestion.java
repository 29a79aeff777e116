package org.gapmap.imports.doctor;

import java.util.Optional;
import java.util.stream.Stream;
import org.gapmap.domain.ServiceKind;
import org.gapmap.standards.KindCatalogue;

/**
 * The kind that a word of a file may mean: the one with the name most like it. Proposed, never
 * taken.
 */
final class KindSuggestion {
  /** Below this, a word has no more than a character in common with any kind. */
  private static final double LEAST = 0.3;

  private final KindCatalogue catalogue;

  KindSuggestion(KindCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Optional<ServiceKind> nearest(String word) {
    ServiceKind best = null;
    double most = LEAST;
    for (ServiceKind kind : catalogue.all()) {
      double likeness =
          Stream.concat(
                  Stream.of(kind.name().zh(), kind.name().en(), kind.id()), kind.aliases().stream())
              .mapToDouble(name -> Likeness.ofWords(word, name))
              .max()
              .orElse(0);
      if (likeness > most) {
        most = likeness;
        best = kind;
      }
    }
    return Optional.ofNullable(best);
  }
}
