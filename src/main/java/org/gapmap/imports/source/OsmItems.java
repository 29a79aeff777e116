package org.gapmap.imports.source;

import org.jspecify.annotations.Nullable;

/** One reading of an OpenStreetMap extract, in file order. Not for several threads. */
interface OsmItems extends AutoCloseable {
  /**
   * The next item, or null at the end.
   *
   * @throws org.gapmap.domain.UserError where the file breaks its format's rules or a limit
   */
  @Nullable OsmItem next();

  @Override
  void close();
}
