/** Metres on the ellipsoid, coordinate reference systems, the Chinese map shifts, WKB. */
@NullMarked
package org.gapmap.geo;

import org.jspecify.annotations.NullMarked;
