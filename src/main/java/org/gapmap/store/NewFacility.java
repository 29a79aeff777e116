package org.gapmap.store;

import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Provision;
import org.locationtech.jts.geom.Geometry;

/**
 * A facility (or, without a kind, a candidate site) as read from a file.
 *
 * @param subtype the file's own word for its kind, kept as it is; may be empty
 * @param place a point, or a polygon that reaches from its edge; longitude, latitude
 */
public record NewFacility(
    SourceRow origin,
    String subtype,
    String name,
    Geometry place,
    FacilityStatus status,
    FacilityAccess access,
    Provision provision) {}
