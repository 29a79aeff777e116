package org.gapmap.store;

import java.util.OptionalDouble;
import org.gapmap.domain.Population;
import org.locationtech.jts.geom.Point;

/**
 * A building as read from a file.
 *
 * @param use the file's own word for it; may be empty
 * @param place longitude and latitude in degrees
 * @param floorSqm housing floor area in m2; empty where unknown
 */
public record NewBuilding(
    SourceRow origin,
    String name,
    String use,
    Point place,
    Population population,
    OptionalDouble floorSqm) {}
