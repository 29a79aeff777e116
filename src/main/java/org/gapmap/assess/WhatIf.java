package org.gapmap.assess;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gapmap.domain.Citation;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityRef;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.Reach;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ScenarioEdit.AddFacility;
import org.gapmap.domain.ScenarioEdit.ChangeRule;
import org.gapmap.domain.ScenarioEdit.CloseFacility;
import org.gapmap.domain.ScenarioEdit.MoveFacility;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.Verification;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A city and a standard as a scenario supposes them.
 *
 * @param edits what is supposed; none where all is as it is
 * @param lost numbers of the edits that no longer find what they change: a facility that is gone, a
 *     kind that the standard does not judge. The others hold all the same
 */
public record WhatIf(
    City city, ServiceStandard standard, List<ScenarioEdit> edits, List<Integer> lost) {
  private static final double NEAR_DEGREES = 0.002;

  private static final GeometryFactory POINTS = new GeometryFactory();

  /** What a facility that a scenario adds says of its source. */
  public static final String SOURCE = "scenario";

  /** A supposed radius must not pass for the standard's. */
  private static final Citation SUPPOSED =
      new Citation(
          new LocalizedText("无条文(情景假设)", "no clause (supposed)"),
          new LocalizedText("情景", "a scenario"),
          0,
          Verification.UNVERIFIED,
          true,
          "",
          "");

  public WhatIf {
    edits = List.copyOf(edits);
    lost = List.copyOf(lost);
  }

  /** A city and a standard as they are. */
  public static WhatIf nothing(City city, ServiceStandard standard) {
    return new WhatIf(city, standard, List.of(), List.of());
  }

  /** Numbers of the edits whose facility the city does not have; nothing is derived. */
  static List<Integer> withoutFacility(City city, List<ScenarioEdit> edits) {
    List<Integer> lost = new ArrayList<>();
    for (int n = 0; n < edits.size(); n++) {
      ScenarioEdit edit = edits.get(n);
      boolean there =
          edit instanceof MoveFacility move
              ? find(city, move.facility()).isPresent()
              : !(edit instanceof CloseFacility close) || find(city, close.facility()).isPresent();
      if (!there) {
        lost.add(n);
      }
    }
    return lost;
  }

  public static WhatIf of(City base, ServiceStandard standard, List<ScenarioEdit> edits) {
    Work work = new Work(base, standard);
    for (int n = 0; n < edits.size(); n++) {
      if (!work.apply(edits.get(n), n)) {
        work.lost.add(n);
      }
    }
    City city = work.changes.equals(CityChanges.NONE) ? base : base.with(work.changes);
    return new WhatIf(city, work.standard, edits, work.lost);
  }

  /** The facility that is meant: by the source's key, else of like name within 50 m. */
  static Optional<Facility> find(City city, FacilityRef ref) {
    List<Facility> possible =
        city.facilities().stream()
            .filter(f -> f.kind().equals(ref.kind()))
            .filter(f -> hasKey(f, ref) || isNear(f, ref))
            .toList();
    Facility wanted =
        new Facility(
            ref.kind(),
            "",
            ref.name(),
            POINTS.createPoint(new Coordinate(ref.lon(), ref.lat())),
            FacilityStatus.UNKNOWN,
            FacilityAccess.UNKNOWN,
            org.gapmap.domain.Provision.UNKNOWN,
            new Provenance(0, ref.source(), "", 0, ref.key()));
    return FacilityMatch.of(List.of(wanted), possible).partners().values().stream().findFirst();
  }

  private static boolean hasKey(Facility facility, FacilityRef ref) {
    return !ref.key().isEmpty() && facility.provenance().key().equals(ref.key());
  }

  private static boolean isNear(Facility facility, FacilityRef ref) {
    return facility
        .place()
        .getEnvelopeInternal()
        .intersects(
            new Envelope(
                ref.lon() - NEAR_DEGREES,
                ref.lon() + NEAR_DEGREES,
                ref.lat() - NEAR_DEGREES,
                ref.lat() + NEAR_DEGREES));
  }

  /** How to name a facility so that it is found again. */
  public static FacilityRef refTo(Facility facility) {
    Coordinate place = ServiceIndex.pointOf(facility.place());
    return new FacilityRef(
        facility.kind(),
        facility.provenance().source(),
        facility.provenance().key(),
        facility.name(),
        place.x,
        place.y);
  }

  private static final class Work {
    private final City base;
    private final List<Integer> lost = new ArrayList<>();
    private final IdentityHashMap<Facility, Facility> latest = new IdentityHashMap<>();
    private ServiceStandard standard;
    private CityChanges changes = CityChanges.NONE;

    Work(City base, ServiceStandard standard) {
      this.base = base;
      this.standard = standard;
    }

    boolean apply(ScenarioEdit edit, int number) {
      if (edit instanceof AddFacility add) {
        changes = changes.adding(added(add, number));
        return true;
      }
      if (edit instanceof ChangeRule rule) {
        return change(rule);
      }
      if (edit instanceof MoveFacility move) {
        Optional<Facility> found = find(base, move.facility());
        found.ifPresent(f -> replace(f, moved(latest.getOrDefault(f, f), move)));
        return found.isPresent();
      }
      Optional<Facility> found = find(base, ((CloseFacility) edit).facility());
      found.ifPresent(f -> replace(f, closed(latest.getOrDefault(f, f))));
      return found.isPresent();
    }

    private void replace(Facility listed, Facility becomes) {
      changes = changes.replacing(latest.getOrDefault(listed, listed), becomes);
      latest.put(listed, becomes);
    }

    private boolean change(ChangeRule edit) {
      Optional<ServiceRule> found =
          standard.findRule(edit.kind()).filter(rule -> rule.radiusMetres().isPresent());
      found.ifPresent(rule -> standard = with(standard, rule, changed(rule, edit)));
      return found.isPresent();
    }
  }

  private static Facility added(AddFacility add, int number) {
    return new Facility(
        add.kind(),
        "",
        add.name(),
        POINTS.createPoint(new Coordinate(add.lon(), add.lat())),
        FacilityStatus.OPEN,
        FacilityAccess.PUBLIC,
        add.provision(),
        new Provenance(0, SOURCE, "", number + 1));
  }

  private static Facility moved(Facility facility, MoveFacility move) {
    Coordinate from = ServiceIndex.pointOf(facility.place());
    return new Facility(
        facility.kind(),
        facility.subtype(),
        facility.name(),
        AffineTransformation.translationInstance(move.lon() - from.x, move.lat() - from.y)
            .transform(facility.place()),
        facility.status(),
        facility.access(),
        facility.provision(),
        facility.provenance());
  }

  private static Facility closed(Facility facility) {
    return new Facility(
        facility.kind(),
        facility.subtype(),
        facility.name(),
        facility.place(),
        FacilityStatus.CLOSED,
        facility.access(),
        facility.provision(),
        facility.provenance());
  }

  private static ServiceRule changed(ServiceRule rule, ChangeRule edit) {
    Reach own = rule.reach();
    double before = own.radiusMetres().orElseThrow();
    double after = edit.radiusMetres().orElse(before);
    List<Reach.SizeClass> bySize =
        own.bySize().stream()
            .map(c -> new Reach.SizeClass(c.fromLandSqm(), c.radiusMetres() * after / before))
            .toList();
    return new ServiceRule(
        rule.kind(),
        rule.satisfiedBy(),
        new Reach(OptionalDouble.of(after), own.mode(), own.detourFactor(), bySize),
        edit.thresholds().or(rule::thresholds),
        rule.requirement(),
        after == before ? rule.citation() : SUPPOSED);
  }

  private static ServiceStandard with(
      ServiceStandard standard, ServiceRule was, ServiceRule becomes) {
    return standard.withRules(
        standard.rules().stream().map(rule -> rule.equals(was) ? becomes : rule).toList());
  }
}
