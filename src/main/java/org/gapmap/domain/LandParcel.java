package org.gapmap.domain;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * A piece of land and what it is used for.
 *
 * @param shape longitude and latitude in degrees
 */
public record LandParcel(LandUseClass use, MultiPolygon shape, Provenance provenance) {}
