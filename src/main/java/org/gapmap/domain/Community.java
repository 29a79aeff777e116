package org.gapmap.domain;

import java.util.OptionalInt;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A residential compound.
 *
 * @param id lasting across imports
 * @param boundary valid; longitude and latitude in degrees
 */
public record Community(
    long id,
    String name,
    MultiPolygon boundary,
    Population population,
    OptionalInt buildYear,
    Provenance provenance) {}
