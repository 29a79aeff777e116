package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gapmap.assess.City;
import org.gapmap.assess.CityWalks;
import org.gapmap.assess.CutOff;
import org.gapmap.assess.DistanceChoice;
import org.gapmap.assess.NetworkReport;
import org.gapmap.assess.ServiceIndex;
import org.gapmap.assess.WhatIf;
import org.gapmap.assess.walking.CompoundGate;
import org.gapmap.assess.walking.GateSource;
import org.gapmap.assess.walking.OfficeStreets;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Passage;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.domain.WalkingSpeeds;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** What walking goes by: the network, the gates, and who cannot be judged by it. */
final class WalkingApi {
  private final QuerySources sources;

  WalkingApi(QuerySources sources) {
    this.sources = sources;
  }

  record Report(
      String city,
      int dataVersion,
      boolean streets,
      List<Speed> speeds,
      double walkableMetres,
      int nodes,
      int edges,
      List<Rule> rules,
      Map<String, Integer> gates,
      Compounds compounds,
      Cut cut,
      Islands islands,
      @Nullable Snapping snapping) {}

  /** Of whom a kind is for: {@code elderly_60}, and {@code all} for the others. */
  record Speed(String group, double metresPerSecond) {}

  record Rule(String rule, LocalizedText name, boolean walkable, int ways, double metres) {}

  /**
   * Compounds, counted part by part.
   *
   * @param known by how their gates are known
   * @param waysMapped in which people come along mapped ways
   */
  record Compounds(int known, int inferred, int assumed, int withoutGate, int waysMapped) {}

  record Cut(int edges) {}

  /** Pieces of the network, the largest one included, and the length of all others. */
  record Islands(int count, double metresOfSmall) {}

  /** What was done to join an office's own lines. */
  record Snapping(
      int ends, @Nullable Double farthestMetres, int crossings, int keptApart, int duplicates) {
    static Snapping of(OfficeStreets.Told told) {
      return new Snapping(
          told.snappedEnds(),
          Figures.metres(told.farthestMetres()),
          told.crossings(),
          told.keptApart(),
          told.duplicates());
    }
  }

  /** What the city's network was made of. */
  void report(Context context) {
    WhatIf asked = sources.read(context);
    City city = asked.city();
    Optional<CityWalks> walks = city.walks();
    context.json(
        walks
            .map(known -> report(city, asked.standard(), known))
            .orElseGet(() -> nothing(city, asked.standard())));
  }

  private static Report nothing(City city, ServiceStandard standard) {
    return new Report(
        city.key(),
        city.dataVersion(),
        false,
        speeds(standard),
        0,
        0,
        0,
        List.of(),
        Map.of(),
        new Compounds(0, 0, 0, 0, 0),
        new Cut(0),
        new Islands(0, 0),
        null);
  }

  private static Report report(City city, ServiceStandard standard, CityWalks walks) {
    NetworkReport report = walks.report();
    NetworkReport.Graph graph = report.graph();
    Map<GateSource, Integer> parts = report.compounds().bySource();
    return new Report(
        city.key(),
        city.dataVersion(),
        true,
        speeds(standard),
        Math.round(graph.metres()),
        graph.nodes(),
        graph.edges(),
        report.rules().stream()
            .map(
                use ->
                    new Rule(
                        use.rule().id(),
                        use.rule().label(),
                        use.rule().passage() != Passage.CLOSED,
                        use.streets(),
                        Math.round(use.metres())))
            .toList(),
        gatesBySource(walks),
        new Compounds(
            parts.getOrDefault(GateSource.KNOWN, 0),
            parts.getOrDefault(GateSource.INFERRED, 0),
            parts.getOrDefault(GateSource.ASSUMED, 0),
            report.compounds().withoutGate(),
            report.compounds().waysMapped()),
        new Cut(report.cuts()),
        new Islands(graph.pieces(), Math.round(graph.metres() - graph.largestMetres())),
        report.snapping().map(Snapping::of).orElse(null));
  }

  private static Map<String, Integer> gatesBySource(CityWalks walks) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (GateSource source : GateSource.values()) {
      counts.put(Codes.of(source), 0);
    }
    walks.gates().forEach(gate -> counts.merge(Codes.of(gate.source()), 1, Integer::sum));
    return counts;
  }

  private static List<Speed> speeds(ServiceStandard standard) {
    WalkingSpeeds speeds = standard.walkingSpeeds();
    return List.of(
        new Speed("elderly_60", speeds.elderly().value()),
        new Speed("all", speeds.others().value()));
  }

  record Gates(String city, int dataVersion, List<Gate> gates) {}

  record Gate(double lon, double lat, String source, String name, List<Integer> communities) {}

  /** The gates in a window, {@code bbox=west,south,east,north}; all without one. */
  void gates(Context context) {
    City city = sources.read(context).city();
    Envelope window = Parameters.find(context, "bbox").map(WalkingApi::window).orElse(null);
    List<Gate> gates = new ArrayList<>();
    city.walks().ifPresent(walks -> gates.addAll(gates(walks, window)));
    context.json(new Gates(city.key(), city.dataVersion(), gates));
  }

  /** A gate that several compounds share is one. */
  private static List<Gate> gates(CityWalks walks, @Nullable Envelope window) {
    Map<List<Object>, List<Integer>> communities = new LinkedHashMap<>();
    Map<List<Object>, CompoundGate> first = new LinkedHashMap<>();
    for (CompoundGate gate : walks.gates()) {
      if (window == null || window.contains(gate.lon(), gate.lat())) {
        List<Object> place = List.of(gate.lon(), gate.lat(), gate.source());
        first.putIfAbsent(place, gate);
        communities.computeIfAbsent(place, p -> new ArrayList<>()).add(walks.communityOf(gate));
      }
    }
    return first.entrySet().stream()
        .map(
            entry ->
                new Gate(
                    Figures.degrees(entry.getValue().lon()),
                    Figures.degrees(entry.getValue().lat()),
                    Codes.of(entry.getValue().source()),
                    walks.nameOf(entry.getValue()),
                    communities.getOrDefault(entry.getKey(), List.of()).stream()
                        .distinct()
                        .toList()))
        .toList();
  }

  private static Envelope window(String bbox) {
    try {
      double[] sides =
          Arrays.stream(bbox.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      if (sides.length == 4 && Arrays.stream(sides).allMatch(Double::isFinite)) {
        return new Envelope(sides[0], sides[2], sides[1], sides[3]);
      }
    } catch (NumberFormatException e) {
      throw noWindow(bbox, e);
    }
    throw noWindow(bbox, null);
  }

  private static UserError noWindow(String bbox, @Nullable Exception cause) {
    String what = "'" + bbox + "' is no window";
    String remedy = "give west,south,east,north in degrees";
    return cause == null
        ? new UserError(what, "bbox", remedy)
        : new UserError(what, "bbox", remedy, cause);
  }

  record Unreachable(
      String city,
      int dataVersion,
      String standard,
      String kind,
      List<Unreached> communities,
      List<Unreached> facilities) {}

  /**
   * A community or a facility.
   *
   * @param index of a community
   * @param kind of a facility its own; of a community that one, null where it is so for all
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Unreached(
      String id,
      @Nullable Integer index,
      String name,
      @Nullable String kind,
      double lon,
      double lat,
      String reason) {}

  /** Who cannot be judged on foot for a kind, or for any. */
  void unreachable(Context context) {
    WhatIf asked = sources.read(context);
    City city = asked.city();
    ServiceStandard standard = DistanceChoice.in(asked.standard(), DistanceMode.WALKING);
    Optional<String> kind = Parameters.find(context, "kind").filter(k -> !k.equals("all"));
    List<ServiceRule> rules =
        kind.map(one -> Stream.of(CoverageQuery.judged(standard, one)))
            .orElseGet(
                () -> standard.rules().stream().filter(rule -> rule.radiusMetres().isPresent()))
            .toList();
    CutOff cutOff = CutOff.of(city, rules);
    context.json(
        new Unreachable(
            city.key(),
            city.dataVersion(),
            standard.id(),
            kind.orElse("all"),
            cutOff.communities().stream().map(one -> community(city, one)).toList(),
            cutOff.facilities().stream().map(WalkingApi::facility).toList()));
  }

  private static Unreached community(City city, CutOff.OfCommunity one) {
    return new Unreached(
        Long.toString(city.community(one.index()).id()),
        one.index(),
        city.community(one.index()).name(),
        one.kind().orElse(null),
        Figures.degrees(city.plane(one.index()).lon()),
        Figures.degrees(city.plane(one.index()).lat()),
        Codes.of(one.reason()));
  }

  private static Unreached facility(CutOff.OfFacility one) {
    Facility facility = one.facility();
    Coordinate at = ServiceIndex.pointOf(facility.place());
    return new Unreached(
        facility.id(),
        null,
        facility.name(),
        facility.kind(),
        Figures.degrees(at.x),
        Figures.degrees(at.y),
        Codes.of(one.reason()));
  }
}
