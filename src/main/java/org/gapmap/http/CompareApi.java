package org.gapmap.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.Comparisons;
import org.gapmap.assess.FacilityChange;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.assess.ServiceIndex;
import org.gapmap.assess.VersionComparison;
import org.gapmap.assess.WhatIf;
import org.gapmap.domain.Community;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.Facility;
import org.gapmap.domain.UserError;
import org.gapmap.store.Codes;
import org.gapmap.store.DataVersion;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A city's data versions, and what changed between two of them. */
final class CompareApi {
  private final Cities cities;
  private final QuerySources sources;
  private final Comparisons comparisons;

  CompareApi(Cities cities, QuerySources sources, Comparisons comparisons) {
    this.cities = cities;
    this.sources = sources;
    this.comparisons = comparisons;
  }

  record Versions(String city, int current, List<VersionView> versions) {}

  record VersionView(int dataVersion, String at, List<String> changed) {
    static VersionView of(DataVersion version) {
      return new VersionView(version.number(), version.at().toString(), version.changed());
    }
  }

  record Answer(
      String city,
      String standard,
      String by,
      int from,
      int to,
      List<ChangeView> facilities,
      Communities communities,
      List<KindView> kinds) {}

  record Communities(List<Named> added, List<Named> removed) {}

  record Named(long id, String name) {
    static Named of(Community community) {
      return new Named(community.id(), community.name());
    }
  }

  record ChangeView(
      String change,
      String kind,
      String name,
      @Nullable Double metres,
      List<String> fields,
      @Nullable State before,
      @Nullable State after) {
    static ChangeView of(FacilityChange change) {
      return new ChangeView(
          Codes.of(change.type()),
          change.latest().kind(),
          change.latest().name(),
          Figures.metres(change.metres()),
          change.fields(),
          change.before().map(State::of).orElse(null),
          change.after().map(State::of).orElse(null));
    }
  }

  record State(
      String id,
      String name,
      double lon,
      double lat,
      String status,
      String access,
      OptionalInt capacity,
      OptionalDouble floorSqm,
      OptionalDouble landSqm,
      String source,
      String file,
      int row) {
    static State of(Facility facility) {
      Coordinate place = ServiceIndex.pointOf(facility.place());
      return new State(
          facility.id(),
          facility.name(),
          Figures.degrees(place.x),
          Figures.degrees(place.y),
          Codes.of(facility.status()),
          Codes.of(facility.access()),
          facility.capacity(),
          facility.provision().floorSqm(),
          facility.provision().landSqm(),
          facility.provenance().source(),
          facility.provenance().file(),
          facility.provenance().row());
    }
  }

  record KindView(
      String kind, double radiusMetres, Counts before, Counts after, List<StatusView> changed) {
    static KindView of(VersionComparison.KindChanges kind) {
      return new KindView(
          kind.after().rule().kind(),
          kind.after().radiusMetres(),
          Counts.of(kind.before()),
          Counts.of(kind.after()),
          kind.changes().stream().map(change -> StatusView.of(kind, change)).toList());
    }
  }

  record Counts(int met, int partial, int gap, int unknown) {
    static Counts of(KindCoverage coverage) {
      return new Counts(
          coverage.count(CoverageStatus.MET),
          coverage.count(CoverageStatus.PARTIAL),
          coverage.count(CoverageStatus.GAP),
          coverage.count(CoverageStatus.UNKNOWN));
    }
  }

  record StatusView(
      long id,
      int index,
      String name,
      String before,
      String after,
      @Nullable Double shareBefore,
      @Nullable Double shareAfter,
      List<Integer> facilities,
      List<String> because) {
    static StatusView of(
        VersionComparison.KindChanges kind, VersionComparison.StatusChange change) {
      Community community = kind.after().city().community(change.index());
      return new StatusView(
          community.id(),
          change.index(),
          community.name(),
          Codes.of(kind.before().status(change.indexBefore())),
          Codes.of(kind.after().status(change.index())),
          Figures.share(kind.before().judgedShare(change.indexBefore())),
          Figures.share(kind.after().judgedShare(change.index())),
          change.facilities(),
          change.others().stream().map(Codes::of).toList());
    }
  }

  void versions(Context context) {
    City city = cities.getOrOnly(Parameters.find(context, "city"));
    context.json(
        new Versions(
            city.key(),
            city.dataVersion(),
            cities.versions(city.key()).stream().map(VersionView::of).toList()));
  }

  void compare(Context context) {
    refuseScenario(context, "data versions are compared as they were imported");
    WhatIf query = sources.read(context);
    JudgedBy by = CoverageQuery.judgedBy(Parameters.find(context, "by").orElse("area"));
    String city = query.city().key();
    VersionComparison comparison =
        comparisons.compare(
            city, query.standard(), by, version(context, "from"), version(context, "to"));
    context.json(
        new Answer(
            city,
            query.standard().id(),
            Codes.of(by),
            comparison.from().dataVersion(),
            comparison.to().dataVersion(),
            comparison.facilities().stream().map(ChangeView::of).toList(),
            new Communities(
                comparison.added().stream().map(Named::of).toList(),
                comparison.removed().stream().map(Named::of).toList()),
            comparison.kinds().stream().map(KindView::of).toList()));
  }

  /** What a scenario supposes was in no data version, and must not be answered as if it were. */
  static void refuseScenario(Context context, String why) {
    if (Parameters.find(context, "scenario").isPresent()) {
      throw new UserError(
          why + ", without a scenario",
          "scenario",
          "leave it out, or ask /api/scenarios/{id}/difference what the scenario changes");
    }
  }

  private static OptionalInt version(Context context, String name) {
    return Parameters.find(context, name)
        .map(text -> OptionalInt.of(Parameters.whole(name, text)))
        .orElse(OptionalInt.empty());
  }
}
