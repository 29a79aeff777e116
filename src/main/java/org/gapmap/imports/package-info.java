/** A layer comes in: open, recognise, map, check, repair, report, commit. */
@NullMarked
package org.gapmap.imports;

import org.jspecify.annotations.NullMarked;
