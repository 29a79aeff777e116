package org.gapmap.domain;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * An administrative area.
 *
 * @param shape longitude and latitude in degrees
 */
public record Area(String name, AreaLevel level, MultiPolygon shape, Provenance provenance) {}
