package org.gapmap.assess;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gapmap.assess.walking.CompoundParts;
import org.gapmap.assess.walking.Compounds;
import org.gapmap.assess.walking.OfficeStreets;
import org.gapmap.assess.walking.StreetAccess;
import org.gapmap.assess.walking.StreetGraph;
import org.gapmap.assess.walking.StreetGraphBuilder;
import org.gapmap.assess.walking.StreetTaker;
import org.gapmap.assess.walking.Walls;
import org.gapmap.domain.Gate;
import org.gapmap.domain.StreetRule;
import org.gapmap.domain.Streets;
import org.gapmap.geo.Geocentric;

/**
 * Makes a city's network: everybody's streets, cut at walls, and private ways for those who live
 * where they lead. For one thread.
 */
final class WalkNetworkBuilder {
  private final Streets streets;
  private final List<Gate> open;
  private final int closed;
  private final Walls walls;
  private final StreetGraphBuilder graph = new StreetGraphBuilder();
  private final List<double[]> privateWays = new ArrayList<>();
  private int cuts;
  private Optional<OfficeStreets.Told> snapping = Optional.empty();

  WalkNetworkBuilder(Communities communities, Streets streets, List<Gate> gates) {
    this.streets = streets;
    open = gates.stream().filter(gate -> !gate.closed()).toList();
    closed = gates.size() - open.size();
    double[] lonLat = new double[2 * open.size()];
    for (int k = 0; k < open.size(); k++) {
      lonLat[2 * k] = open.get(k).lon();
      lonLat[2 * k + 1] = open.get(k).lat();
    }
    CompoundParts parts =
        CompoundParts.of(
            IntStream.range(0, communities.size())
                .mapToObj(i -> communities.get(i).boundary())
                .toList());
    walls = Walls.of(parts, lonLat, gate -> open.get(gate).use() == Gate.Use.VEHICLE);
  }

  WalkNetwork build() {
    boolean drawn = IntStream.range(0, streets.size()).anyMatch(streets::isOffice);
    OfficeStreets office = new OfficeStreets(OfficeStreets.TOLERANCE_METRES);
    for (int street = 0; street < streets.size(); street++) {
      StreetTaker to = this::addByVertices;
      if (drawn) {
        to = streets.isOffice(street) ? office::add : office::addFixed;
      }
      switch (streets.passage(street)) {
        case OPEN -> to.add(street, streets.line(street), streets.level(street));
        case PRIVATE -> privateWays.add(streets.line(street));
        case CLOSED -> {}
      }
    }
    if (drawn) {
      // Walls cut what has been joined: the ends that a cut leaves must not be snapped together.
      snapping = Optional.of(office.into(this::add));
    }
    StreetGraph made = graph.build();
    IntPredicate stepOn = edge -> canStepOn(made.street(edge));
    Compounds compounds =
        Compounds.of(walls, new StreetAccess(made, stepOn, StreetAccess.LIMIT_METRES), privateWays);
    return new WalkNetwork(streets, open, compounds, report(made, compounds));
  }

  private boolean canStepOn(int street) {
    return WalkNetwork.canStepOn(streets, street);
  }

  /** A bridge or a tunnel passes a wall. */
  private void add(int street, double[] line, int level) {
    if (streets.level(street) != 0 || !canStepOn(street)) {
      graph.add(street, line, level);
      return;
    }
    cuts += walls.cut(line, piece -> graph.add(street, piece, level));
  }

  /** Vertices tell where ways of OpenStreetMap meet: what lies over another shares none with it. */
  private void addByVertices(int street, double[] line, int level) {
    add(street, line, 0);
  }

  private NetworkReport report(StreetGraph made, Compounds compounds) {
    CompoundParts parts = compounds.parts();
    int withGates = compounds.partsBySource().values().stream().mapToInt(n -> n).sum();
    return new NetworkReport(
        rules(),
        NetworkReport.Graph.of(made),
        open.size(),
        closed,
        cuts,
        snapping,
        new NetworkReport.CompoundUse(
            (int) IntStream.range(0, parts.size()).filter(compounds::waysMapped).count(),
            compounds.partsBySource(),
            parts.size() - withGates));
  }

  private List<NetworkReport.RuleUse> rules() {
    Map<StreetRule, double[]> sums = new EnumMap<>(StreetRule.class);
    for (int street = 0; street < streets.size(); street++) {
      double[] sum = sums.computeIfAbsent(streets.rule(street), rule -> new double[2]);
      sum[0]++;
      sum[1] += metres(street);
    }
    List<NetworkReport.RuleUse> rules = new ArrayList<>();
    sums.forEach((rule, sum) -> rules.add(new NetworkReport.RuleUse(rule, (int) sum[0], sum[1])));
    return rules;
  }

  private double metres(int street) {
    double metres = 0;
    for (int v = 1; v < streets.vertices(street); v++) {
      metres +=
          Geocentric.metres(
              streets.lon(street, v - 1),
              streets.lat(street, v - 1),
              streets.lon(street, v),
              streets.lat(street, v));
    }
    return metres;
  }
}
