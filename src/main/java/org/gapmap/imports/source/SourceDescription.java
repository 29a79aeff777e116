package org.gapmap.imports.source;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.geo.DeclaredCrs;
import org.locationtech.jts.geom.Envelope;

/**
 * What a file says of itself, and what was found out when it was opened.
 *
 * @param fileName the file as the user knows it, with the layer inside it after a {@code #}
 * @param format {@code shapefile}, {@code csv} or {@code osm}
 * @param geometryType {@code point}, {@code multipoint}, {@code line}, {@code polygon} or {@code
 *     unknown}
 * @param fieldNames in file order, unique
 * @param declaredRows rows the file claims to have, deleted ones included; empty where it makes no
 *     claim
 * @param sample bounds of the first thousand usable shapes in file coordinates, without those that
 *     lie far from all others, for {@link org.gapmap.geo.CrsChoice}; null envelope where there are
 *     none
 */
public record SourceDescription(
    String fileName,
    String format,
    String geometryType,
    List<String> fieldNames,
    OptionalInt declaredRows,
    EncodingChoice encoding,
    Optional<DeclaredCrs> crs,
    Envelope sample) {
  /** A field of this name says the id of the kind of each row. */
  public static final String KIND_FIELD = "gapmap:kind";

  public SourceDescription {
    fieldNames = List.copyOf(fieldNames);
    sample = new Envelope(sample);
  }
}
