package org.gapmap.imports.source;

import java.util.Optional;

/**
 * What the user says of a file, where it can't be left to the file.
 *
 * @param layer the shapefile's name without extension, where a folder or archive holds several
 * @param encoding a charset's name as people write it ({@code GBK}, {@code UTF-8}, {@code 936});
 *     wins over everything the file says
 */
public record ReadOptions(Optional<String> layer, Optional<String> encoding) {
  public static ReadOptions none() {
    return new ReadOptions(Optional.empty(), Optional.empty());
  }
}
