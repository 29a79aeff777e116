package org.gapmap.http;

import java.util.OptionalInt;
import org.gapmap.assess.ServiceIndex;
import org.gapmap.domain.Facility;
import org.gapmap.domain.SchoolGrounds;
import org.gapmap.domain.ServiceKind;
import org.gapmap.store.Codes;
import org.locationtech.jts.geom.Coordinate;

/**
 * A facility as the API tells it.
 *
 * @param why why it serves nobody: its status or access; empty where it serves
 * @param suspect it looks like a school's or a university's, and nobody said who may use it
 */
record FacilityView(
    String id,
    String name,
    String kind,
    String subtype,
    double lon,
    double lat,
    String status,
    String access,
    boolean serves,
    String why,
    boolean suspect,
    OptionalInt capacity,
    String source,
    int row) {
  static FacilityView of(Facility facility, ServiceKind kind) {
    Coordinate point = ServiceIndex.pointOf(facility.place());
    String why =
        facility.serves()
            ? ""
            : Codes.of(facility.status().serves() ? facility.access() : facility.status());
    return new FacilityView(
        facility.id(),
        facility.name(),
        facility.kind(),
        facility.subtype(),
        Figures.degrees(point.x),
        Figures.degrees(point.y),
        Codes.of(facility.status()),
        Codes.of(facility.access()),
        facility.serves(),
        why,
        SchoolGrounds.suspect(kind, facility.access(), facility.name()),
        facility.capacity(),
        facility.provenance().source(),
        facility.provenance().row());
  }
}
