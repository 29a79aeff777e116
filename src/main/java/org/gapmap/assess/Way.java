package org.gapmap.assess;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * How the shortest way from a community to a facility runs.
 *
 * @param from where it begins, longitude and latitude in degrees: the community's nearest point
 * @param to where it ends: the facility's point, or the nearest one of its polygon
 * @param walk along streets; empty where it is a straight line, or there is no way
 */
public record Way(Coordinate from, Coordinate to, Optional<Walk> walk) {}
