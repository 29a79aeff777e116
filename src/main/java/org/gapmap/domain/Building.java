package org.gapmap.domain;

import java.util.OptionalDouble;

/**
 * A building that people live in, or may.
 *
 * @param lon longitude of its point, or of one inside its outline, in degrees
 * @param floorSqm housing floor area in m2; empty where unknown
 */
public record Building(
    double lon,
    double lat,
    Population population,
    OptionalDouble floorSqm,
    Provenance provenance) {}
