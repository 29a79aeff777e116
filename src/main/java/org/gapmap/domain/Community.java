package org.gapmap.domain;

import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A residential compound.
 *
 * @param id lasting across imports
 * @param boundary valid; longitude and latitude in degrees
 * @param renovation empty where unknown
 */
public record Community(
    long id,
    String name,
    MultiPolygon boundary,
    Population population,
    OptionalInt buildYear,
    Optional<Renovation> renovation,
    Provenance provenance) {}
