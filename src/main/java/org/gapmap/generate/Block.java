package org.gapmap.generate;

import org.locationtech.jts.geom.Polygon;

/**
 * Land between street axes and walls.
 *
 * @param outline up to the axes, metres in the town's own plane
 * @param family blocks cut from one piece last of all share it
 */
record Block(Polygon outline, Zone zone, int family) {}
