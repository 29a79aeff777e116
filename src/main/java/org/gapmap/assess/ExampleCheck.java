package org.gapmap.assess;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gapmap.domain.Community;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.geo.LocalPlane;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.WorkedExample;
import org.gapmap.standards.WorkedExample.Box;
import org.gapmap.standards.WorkedExample.Expected;
import org.gapmap.standards.WorkedExample.Home;
import org.gapmap.standards.WorkedExample.Place;
import org.gapmap.store.CitySnapshot;
import org.gapmap.store.Codes;
import org.gapmap.store.Completeness;
import org.gapmap.store.LayerVersion;
import org.gapmap.store.Surroundings;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Runs the examples that a profile carries: its world becomes a {@link City} in memory, which is
 * judged as any other.
 */
public final class ExampleCheck {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final String SOURCE = "example";
  private static final double PERSONS_WITHIN = 0.5;

  /** Some place in the plain; an example means the same anywhere. */
  private static final LocalPlane ORIGIN = LocalPlane.at(114.3, 30.6);

  private final Assessor assessor;

  private final Set<String> kindsInSqm;

  public ExampleCheck(Assessor assessor, KindCatalogue kinds) {
    this.assessor = assessor;
    this.kindsInSqm = kinds.countedInSqm();
  }

  /** Where the standard gives another verdict than the example says; empty where it holds. */
  public List<UserError> failures(ServiceStandard standard, WorkedExample example) {
    ServiceRule rule = standard.findRule(example.kind()).orElseThrow();
    City city = new City(snapshot(rule, example), kindsInSqm);
    KindCoverage coverage = assessor.assess(city, standard, rule);
    List<UserError> failures = new ArrayList<>();
    for (int i = 0; i < example.homes().size(); i++) {
      int at = i;
      Home home = example.homes().get(i);
      difference(coverage, at, home.expected())
          .ifPresent(
              what ->
                  failures.add(
                      new UserError(
                          "the example '"
                              + example.name().both()
                              + "', "
                              + home.name()
                              + ": "
                              + what,
                          example.where(),
                          "correct the row, or what the example expects")));
    }
    return failures;
  }

  private static Optional<String> difference(KindCoverage coverage, int index, Expected expected) {
    CoverageStatus status = coverage.status(index);
    double share = coverage.share(index);
    if (status != expected.status()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s (share %.4f), and not %s",
              Codes.of(status),
              share,
              Codes.of(expected.status())));
    }
    if (expected.share().isPresent()
        && !(Math.abs(share - expected.share().getAsDouble()) <= expected.shareWithin())) {
      return Optional.of(
          String.format(
              Locale.ROOT, "a share of %.4f, and not %.4f", share, expected.share().getAsDouble()));
    }
    return expected.demand().flatMap(demand -> difference(coverage.capacity(), index, demand));
  }

  private static Optional<String> difference(
      Capacity capacity, int index, WorkedExample.Demand expected) {
    double served = capacity.served(index);
    double without = capacity.withoutCapacity(index);
    double out = capacity.outOfReach(index);
    boolean same =
        Math.abs(served - expected.served()) <= PERSONS_WITHIN
            && Math.abs(without - expected.withoutCapacity()) <= PERSONS_WITHIN
            && Math.abs(out - expected.outOfReach()) <= PERSONS_WITHIN;
    return same
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%.1f served, %.1f without capacity, %.1f out of reach,"
                    + " and not %.1f, %.1f and %.1f",
                served,
                without,
                out,
                expected.served(),
                expected.withoutCapacity(),
                expected.outOfReach()));
  }

  private static CitySnapshot snapshot(ServiceRule rule, WorkedExample example) {
    List<Community> communities = new ArrayList<>();
    for (Home home : example.homes()) {
      int row = communities.size() + 1;
      communities.add(
          new Community(
              row,
              home.name(),
              polygon(home.box()),
              home.population(),
              OptionalInt.empty(),
              Optional.empty(),
              new Provenance(1, SOURCE, SOURCE, row)));
    }
    List<Facility> facilities = new ArrayList<>();
    Set<String> kinds = new LinkedHashSet<>(rule.satisfiedBy());
    for (Place place : example.places()) {
      kinds.add(place.kind());
      facilities.add(
          new Facility(
              place.kind(),
              "",
              place.name(),
              shape(place.box()),
              place.status(),
              place.access(),
              place.provision(),
              new Provenance(2, SOURCE, SOURCE, facilities.size() + 1)));
    }
    return new CitySnapshot(
        SOURCE,
        SOURCE,
        false,
        1,
        example.lists().anywhere() ? layers(kinds, example) : List.of(),
        communities,
        facilities,
        Surroundings.NONE);
  }

  private static List<LayerVersion> layers(Set<String> kinds, WorkedExample example) {
    Optional<MultiPolygon> within = example.lists().within().map(ExampleCheck::polygon);
    Completeness complete = new Completeness(within.isPresent() ? SOURCE : "", within, true);
    List<LayerVersion> layers = new ArrayList<>();
    for (String kind : kinds) {
      layers.add(
          new LayerVersion(
              layers.size() + 2,
              new LayerKey(SOURCE, LayerType.FACILITIES, kind, SOURCE),
              1,
              0,
              new LayerVersion.Origin(SOURCE, "EPSG:4490", Instant.EPOCH),
              complete,
              JsonNodeFactory.instance.objectNode()));
    }
    return layers;
  }

  private static Geometry shape(Box box) {
    return box.west() == box.east() && box.south() == box.north()
        ? SHAPES.createPoint(ORIGIN.toLonLat(box.west(), box.south()))
        : polygon(box);
  }

  private static MultiPolygon polygon(Box box) {
    Coordinate corner = ORIGIN.toLonLat(box.west(), box.south());
    Polygon polygon =
        SHAPES.createPolygon(
            new Coordinate[] {
              corner,
              ORIGIN.toLonLat(box.east(), box.south()),
              ORIGIN.toLonLat(box.east(), box.north()),
              ORIGIN.toLonLat(box.west(), box.north()),
              corner
            });
    return SHAPES.createMultiPolygon(new Polygon[] {polygon});
  }
}
