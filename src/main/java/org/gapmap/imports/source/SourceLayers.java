package org.gapmap.imports.source;

import java.util.List;

/**
 * What a file, a folder or an archive holds.
 *
 * @param format as in {@link SourceDescription#format}
 * @param layers in the order of their names, at least one
 */
public record SourceLayers(String format, List<SourceLayer> layers) {
  public SourceLayers {
    layers = List.copyOf(layers);
  }
}
