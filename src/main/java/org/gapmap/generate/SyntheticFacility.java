package org.gapmap.generate;

import org.gapmap.domain.Provision;
import org.locationtech.jts.geom.Coordinate;

/**
 * A place that serves, as an office's list has it.
 *
 * @param type the list's own word for its subtype
 * @param provision the capacity in the unit of the kind; what the list leaves out is unknown
 */
record SyntheticFacility(
    ServicePattern pattern,
    Coordinate at,
    String name,
    String type,
    String status,
    String access,
    Provision provision,
    String address) {}
