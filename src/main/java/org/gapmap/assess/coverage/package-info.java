/**
 * The exact share of a polygon that lies inside a union of circles. Pure: polygons in metres of a
 * local plane in, square metres out.
 */
@NullMarked
package org.gapmap.assess.coverage;

import org.jspecify.annotations.NullMarked;
