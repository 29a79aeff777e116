package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.assess.City;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.ServiceIndex;
import org.gapmap.assess.Verdict;
import org.gapmap.domain.Facility;
import org.gapmap.domain.SchoolGrounds;
import org.gapmap.domain.ServiceKind;
import org.gapmap.domain.ServiceRule;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

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
    @JsonUnwrapped Ground ground,
    String source,
    int row) {

  /**
   * What it covers and how far it serves.
   *
   * @param outline the rings of a drawn area, longitudes and latitudes in turn; empty for a point
   * @param reachMetres by the standard's row; null where it does not count or there is no row
   */
  record Ground(
      OptionalDouble floorSqm,
      OptionalDouble landSqm,
      List<double[]> outline,
      @Nullable Double reachMetres) {
    static Ground of(Facility facility, double reachMetres) {
      List<double[]> rings = new ArrayList<>();
      Geometry place = facility.place();
      for (int part = 0; place.getDimension() == 2 && part < place.getNumGeometries(); part++) {
        Coordinate[] ring = ((Polygon) place.getGeometryN(part)).getExteriorRing().getCoordinates();
        double[] degrees = new double[2 * ring.length];
        for (int i = 0; i < ring.length; i++) {
          degrees[2 * i] = Figures.degrees(ring[i].x);
          degrees[2 * i + 1] = Figures.degrees(ring[i].y);
        }
        rings.add(degrees);
      }
      return new Ground(
          facility.provision().floorSqm(),
          facility.provision().landSqm(),
          rings,
          Figures.metres(reachMetres));
    }
  }

  /** As the row of a standard sees it. */
  static FacilityView of(Facility facility, ServiceKind kind, ServiceRule rule, City city) {
    double metres = rule.radiusMetres().orElse(Double.NaN);
    return of(facility, kind, city.service(rule), city.limitMetres(rule, metres));
  }

  /** The same at the radius of a coverage. */
  static FacilityView of(Facility facility, ServiceKind kind, KindCoverage coverage) {
    return of(facility, kind, coverage.service(), coverage.limitMetres());
  }

  private static FacilityView of(
      Facility facility, ServiceKind kind, ServiceIndex service, double limitMetres) {
    FacilityView seen = of(facility, kind);
    Verdict verdict = service.verdict(facility);
    boolean counts = verdict == Verdict.COUNTED;
    double reach =
        counts ? service.reachMetres(service.numberOf(facility), limitMetres) : Double.NaN;
    return new FacilityView(
        seen.id,
        seen.name,
        seen.kind,
        seen.subtype,
        seen.lon,
        seen.lat,
        seen.status,
        seen.access,
        counts,
        counts || !seen.serves ? seen.why : Codes.of(verdict),
        seen.suspect,
        seen.capacity,
        Ground.of(facility, reach),
        seen.source,
        seen.row);
  }

  /** Of no row: whether it runs and who may use it. */
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
        Ground.of(facility, Double.NaN),
        facility.provenance().source(),
        facility.provenance().row());
  }
}
