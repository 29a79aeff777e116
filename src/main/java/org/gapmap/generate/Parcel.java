package org.gapmap.generate;

import org.locationtech.jts.geom.Geometry;

/**
 * A piece of land.
 *
 * @param use code and name, as a plan of land use has them
 */
record Parcel(Geometry shape, String use) {}
