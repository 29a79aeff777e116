/** {@link org.gapmap.Main} picks a command; {@code App} builds and closes every object. */
@NullMarked
package org.gapmap;

import org.jspecify.annotations.NullMarked;
