/**
 * The mathematics of reach and room, pure: the exact share of a polygon that lies inside a union of
 * circles, the exact share of raster cells inside a polygon, who is served where facilities have
 * only so much room, and floating catchments.
 */
@NullMarked
package org.gapmap.assess.coverage;

import org.jspecify.annotations.NullMarked;
