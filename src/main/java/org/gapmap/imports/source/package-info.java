/**
 * One reader per file format, each a stream of {@link org.gapmap.imports.source.SourceFeature} in
 * the file's own coordinates. Readers decide format and encoding by the bytes and say why; they
 * judge no meaning.
 */
@NullMarked
package org.gapmap.imports.source;

import org.jspecify.annotations.NullMarked;
