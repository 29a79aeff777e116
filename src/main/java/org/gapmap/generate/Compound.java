package org.gapmap.generate;

import org.locationtech.jts.geom.Geometry;

/**
 * A residential compound's boundary.
 *
 * @param shape a polygon, with a hole where a school lies inside, or several where a lane runs
 *     through; metres in the town's own plane
 * @param family compounds of one family stand side by side and may have been built in phases
 */
record Compound(Geometry shape, Zone zone, int family) {}
