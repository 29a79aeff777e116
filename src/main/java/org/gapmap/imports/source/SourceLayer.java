package org.gapmap.imports.source;

import java.util.OptionalLong;

/**
 * One layer of a file that may hold several.
 *
 * @param name as {@link ReadOptions#layer} takes it
 * @param geometry {@code point}, {@code multipoint}, {@code line}, {@code polygon} or {@code
 *     unknown}
 * @param rows where that is known without reading the layer to its end
 */
public record SourceLayer(String name, String geometry, OptionalLong rows) {}
