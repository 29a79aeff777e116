package org.gapmap.assess;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
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
 * @param ground the city before facilities are supposed, on the streets that are
 * @param edits what is supposed; none where all is as it is
 * @param why by their numbers, in order, why edits no longer find what they change: a facility or a
 *     street that is gone, a kind that the standard does not judge. The others hold all the same
 */
public record WhatIf(
    City city,
    City ground,
    ServiceStandard standard,
    List<ScenarioEdit> edits,
    Map<Integer, LocalizedText> why) {
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

  private static final LocalizedText NO_FACILITY =
      new LocalizedText("数据中已没有这处设施", "the city no longer has the facility");

  private static final LocalizedText NO_RULE =
      new LocalizedText("该标准不按半径评价这类设施", "the standard judges the kind by no radius");

  public WhatIf {
    edits = List.copyOf(edits);
    why = Collections.unmodifiableMap(new TreeMap<>(why));
  }

  /** Numbers of the edits that find nothing to change. */
  public List<Integer> lost() {
    return List.copyOf(why.keySet());
  }

  /** Whether paths or closed streets are supposed: of no account where nobody walks. */
  public boolean supposesStreets() {
    return edits.stream().anyMatch(Ground::concerns);
  }

  /** A city and a standard as they are. */
  public static WhatIf nothing(City city, ServiceStandard standard) {
    return new WhatIf(city, city, standard, List.of(), Map.of());
  }

  /** Why edits find no facility or street in the city, by their numbers. */
  static Map<Integer, LocalizedText> losses(City city, List<ScenarioEdit> edits) {
    Map<Integer, LocalizedText> lost = new TreeMap<>(lostStreets(city, edits));
    for (int n = 0; n < edits.size(); n++) {
      ScenarioEdit edit = edits.get(n);
      boolean there =
          edit instanceof MoveFacility move
              ? find(city, move.facility()).isPresent()
              : !(edit instanceof CloseFacility close) || find(city, close.facility()).isPresent();
      if (!there) {
        lost.put(n, NO_FACILITY);
      }
    }
    return lost;
  }

  private static Map<Integer, LocalizedText> lostStreets(City city, List<ScenarioEdit> edits) {
    Map<Integer, LocalizedText> found = city.supposing(Ground.edits(edits)).lost();
    Map<Integer, LocalizedText> lost = new TreeMap<>();
    int number = 0;
    for (int n = 0; n < edits.size(); n++) {
      if (Ground.concerns(edits.get(n))) {
        LocalizedText reason = found.get(number++);
        if (reason != null) {
          lost.put(n, reason);
        }
      }
    }
    return lost;
  }

  public static WhatIf of(City base, ServiceStandard standard, List<ScenarioEdit> edits) {
    City ground = base.supposing(Ground.edits(edits)).city();
    Work work = new Work(base, standard);
    work.lost.putAll(lostStreets(base, edits));
    for (int n = 0; n < edits.size(); n++) {
      if (!Ground.concerns(edits.get(n)) && !work.apply(edits.get(n), n)) {
        work.lost.put(n, edits.get(n) instanceof ChangeRule ? NO_RULE : NO_FACILITY);
      }
    }
    City city = work.changes.equals(CityChanges.NONE) ? ground : ground.with(work.changes);
    return new WhatIf(city, ground, work.standard, edits, work.lost);
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
    private final Map<Integer, LocalizedText> lost = new TreeMap<>();
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
