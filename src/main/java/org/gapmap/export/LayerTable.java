package org.gapmap.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gapmap.store.LayerContents;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A table with shapes, read row by row: a layer's version, or an assessment. */
interface LayerTable {
  /** Letters, digits and underscores: the table's name inside a file. */
  String name();

  /** Which kinds of shapes occur. */
  LayerContents.Forms forms();

  List<TableColumn> columns();

  /** How many rows there are. */
  long rows();

  /** Where the table comes from, in order: city, layer, version, source file. */
  Map<String, String> origin();

  /** Each call starts from the first row. */
  void read(Sink sink) throws IOException;

  /** Takes the rows. */
  interface Sink {
    /**
     * @param values one per column, null where unknown: {@link String}, {@link Long} or {@link
     *     Double}
     */
    void row(@Nullable Object[] values, Geometry shape) throws IOException;
  }
}
