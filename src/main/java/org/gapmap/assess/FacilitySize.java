package org.gapmap.assess;

import java.util.OptionalDouble;
import org.gapmap.assess.coverage.PlanePolygon;
import org.gapmap.domain.Facility;
import org.gapmap.domain.Provision;
import org.gapmap.geo.LocalPlane;
import org.locationtech.jts.geom.Geometry;

/**
 * How large a facility is, as far as anything says.
 *
 * @param floorSqm floor area in m2; NaN where unknown
 * @param landSqm land area in m2; NaN where unknown
 */
record FacilitySize(double floorSqm, double landSqm) {
  static final FacilitySize UNKNOWN = new FacilitySize(Double.NaN, Double.NaN);

  /**
   * What the file says of its areas, else its capacity where that counts m2, and for land the area
   * of the polygon that was drawn. A capacity in m2 is floor where the row asks for floor, else
   * land: nobody counts the lawn of a culture station, or the roof of a ball court.
   */
  static FacilitySize of(Facility facility, boolean capacityInSqm, boolean floorAsked) {
    Provision provision = facility.provision();
    OptionalDouble counted = OptionalDouble.empty();
    if (capacityInSqm && provision.capacity().isPresent()) {
      counted = OptionalDouble.of(provision.capacity().getAsInt());
    }
    double floor = orNan(provision.floorSqm(), floorAsked ? counted : OptionalDouble.empty());
    double land = orNan(provision.landSqm(), floorAsked ? OptionalDouble.empty() : counted);
    return new FacilitySize(floor, Double.isNaN(land) ? drawnSqm(facility.place()) : land);
  }

  private static double orNan(OptionalDouble first, OptionalDouble second) {
    return first.isPresent() ? first.getAsDouble() : second.orElse(Double.NaN);
  }

  private static double drawnSqm(Geometry place) {
    if (place.getDimension() < 2) {
      return Double.NaN;
    }
    LocalPlane plane = LocalPlane.atCentreOf(place.getEnvelopeInternal());
    return PlanePolygon.of(place, plane).areaSqm();
  }
}
