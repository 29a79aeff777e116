/** One reader per file format, each a stream of features. */
@NullMarked
package org.gapmap.imports.source;

import org.jspecify.annotations.NullMarked;
