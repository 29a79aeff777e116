package org.gapmap.generate;

import org.locationtech.jts.geom.Coordinate;

/**
 * A building with homes.
 *
 * @param households 0 where the list leaves it out
 * @param floorSqm of homes, in m2
 */
record House(Coordinate at, int number, String use, int households, int floorSqm, int storeys) {}
