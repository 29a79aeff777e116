package org.gapmap.imports.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of one shapefile that are read; others that lie beside them (.sbn, .qix, .xml ...) are
 * passed over.
 *
 * @param name the layer as the user knows it
 * @param notices what was found while they were looked for
 * @param unpacked closed when reading is over
 */
record ShapefileParts(
    String name,
    Path shp,
    Optional<Path> shx,
    Optional<Path> dbf,
    Optional<Path> prj,
    Optional<Path> cpg,
    List<Notice> notices,
    Runnable unpacked)
    implements AutoCloseable {
  /** What the user calls its files, without folder and extension. */
  String stem() {
    return LayerNames.lastName(LayerNames.stem(name.substring(name.indexOf('#') + 1)));
  }

  @Override
  public void close() {
    unpacked.run();
  }
}
