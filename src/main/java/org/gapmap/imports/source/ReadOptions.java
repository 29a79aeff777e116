package org.gapmap.imports.source;

import java.util.Optional;
import org.gapmap.domain.LayerType;

/**
 * What the user says of a file, where it can't be left to the file.
 *
 * @param layer the layer's name, where a file, folder or archive holds several
 * @param encoding a charset's name as people write it ({@code GBK}, {@code UTF-8}, {@code 936});
 *     wins over everything the file says
 * @param wanted what the rows shall be, for formats that hold everything at once, like OSM
 * @param limits how much may be read
 */
public record ReadOptions(
    Optional<String> layer,
    Optional<String> encoding,
    Optional<LayerType> wanted,
    ReadLimits limits) {
  public ReadOptions(Optional<String> layer, Optional<String> encoding) {
    this(layer, encoding, Optional.empty(), ReadLimits.DEFAULTS);
  }

  public static ReadOptions none() {
    return new ReadOptions(Optional.empty(), Optional.empty());
  }

  public ReadOptions wanting(LayerType type) {
    return new ReadOptions(layer, encoding, Optional.of(type), limits);
  }

  public ReadOptions within(ReadLimits other) {
    return new ReadOptions(layer, encoding, wanted, other);
  }

  ReadOptions ofLayer(Optional<String> other) {
    return new ReadOptions(other, encoding, wanted, limits);
  }
}
