package org.gapmap.imports;

import java.util.Optional;

/** Where the kind of a facility comes from. */
public sealed interface KindChoice {
  /** One kind for the whole file: an id or an alias. */
  record Fixed(String id) implements KindChoice {
    @Override
    public Optional<String> kind() {
      return Optional.of(id);
    }
  }

  /** A field of the file says it, row by row. */
  record ByField(String name) implements KindChoice {
    @Override
    public Optional<String> field() {
      return Optional.of(name);
    }
  }

  /** The one kind, by id or alias. */
  default Optional<String> kind() {
    return Optional.empty();
  }

  /** The field that says it. */
  default Optional<String> field() {
    return Optional.empty();
  }
}
