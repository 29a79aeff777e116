/** The exact share of a polygon that lies inside a union of circles. Pure. */
@NullMarked
package org.gapmap.assess.coverage;

import org.jspecify.annotations.NullMarked;
