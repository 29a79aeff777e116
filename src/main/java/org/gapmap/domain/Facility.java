package org.gapmap.domain;

import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;

/**
 * A place that provides, or is planned to provide, a service.
 *
 * @param kind a service kind's id
 * @param subtype the file's own word for its kind; may be empty
 * @param place a point, or a polygon that reaches from its edge; longitude and latitude in degrees
 */
public record Facility(
    String kind,
    String subtype,
    String name,
    Geometry place,
    FacilityStatus status,
    FacilityAccess access,
    Provision provision,
    Provenance provenance) {

  /** Unique among all facilities ever imported; not lasting across imports. */
  public String id() {
    return provenance.layerVersion() + "-" + provenance.number();
  }

  /** Whether it serves anyone now. Unknown status or access serve, and are flagged. */
  public boolean serves() {
    return status.serves() && access.serves();
  }

  /** In the kind's unit; empty where unknown. */
  public OptionalInt capacity() {
    return provision.capacity();
  }
}
