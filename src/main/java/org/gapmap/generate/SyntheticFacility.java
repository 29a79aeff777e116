package org.gapmap.generate;

import org.locationtech.jts.geom.Coordinate;

/**
 * A place that serves, as an office's list has it.
 *
 * @param type the list's own word for its subtype
 * @param capacity in the unit of the kind
 */
record SyntheticFacility(
    ServicePattern pattern,
    Coordinate at,
    String name,
    String type,
    String status,
    String access,
    int capacity,
    String address) {}
