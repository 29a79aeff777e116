package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.gapmap.assess.walking.Compounds;
import org.gapmap.assess.walking.NearestStreet;
import org.gapmap.assess.walking.NewPath;
import org.gapmap.assess.walking.OnStreet;
import org.gapmap.assess.walking.StreetAccess;
import org.gapmap.assess.walking.StreetChange;
import org.gapmap.assess.walking.StreetGraph;
import org.gapmap.assess.walking.Walls;
import org.gapmap.domain.Gate;
import org.gapmap.domain.ScenarioEdit.AddPath;
import org.gapmap.domain.ScenarioEdit.CloseStreet;
import org.gapmap.domain.StreetRule;
import org.gapmap.domain.Streets;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Lays paths into a network, one after the other, and closes streets that it had before them: so
 * what is closed does not depend on the order of the edits. For one thread.
 */
final class WayEdits {
  /** How far from the place that an edit names a street may be to be meant. */
  static final double CLOSE_WITHIN_METRES = 20;

  private final StreetAccess imported;
  private final WalkNetwork first;
  private WalkNetwork network;
  private CityWalks walks;

  /** The streets to be closed, by their edges in the first network; carried along as they split. */
  private BitSet closed = new BitSet();

  WayEdits(CityWalks walks) {
    this.walks = walks;
    first = walks.network();
    network = first;
    imported = first.compounds().access();
  }

  /**
   * The nearest street is to be closed, from its one junction to the next; one of the edit's name
   * before others. To be called before any path is laid.
   *
   * @return whether there is one
   */
  boolean close(CloseStreet edit) {
    NearestStreet streets =
        imported.graph().equals(first.graph())
            ? imported.streets()
            : NearestStreet.of(first.graph());
    OnStreet named =
        edit.name().isBlank()
            ? null
            : nearest(
                streets,
                edit,
                edge -> first.streets().name(first.graph().street(edge)).equals(edit.name()));
    OnStreet found = named == null ? nearest(streets, edit, edge -> true) : named;
    if (found != null) {
      closed.set(found.edge());
    }
    return found != null;
  }

  private @org.jspecify.annotations.Nullable OnStreet nearest(
      NearestStreet streets, CloseStreet edit, IntPredicate wanted) {
    return streets.find(
        edit.lon(),
        edit.lat(),
        CLOSE_WITHIN_METRES,
        edge -> first.leads(edge) && wanted.test(edge));
  }

  /** Lays a path, or says why it can't be laid. */
  Optional<NewPath.Refusal> lay(AddPath path) {
    double[] line = new double[2 * path.line().size()];
    for (int i = 0; i < path.line().size(); i++) {
      line[2 * i] = path.line().get(i).lon();
      line[2 * i + 1] = path.line().get(i).lat();
    }
    Compounds compounds = network.compounds();
    StreetGraph graph = network.graph();
    Streets streets = network.streets();
    StreetAccess access = accessTo(graph);
    IntPredicate stepOn =
        edge -> network.leads(edge) && WalkNetwork.canStepOn(streets, graph.street(edge));
    BitSet closing = closed;
    NewPath.Laid laid =
        NewPath.lay(
            access,
            compounds.walls(),
            edge -> stepOn.test(edge) && !closing.get(edge),
            edge -> !path.bridge() && stepOn.test(edge) && streets.level(graph.street(edge)) == 0,
            line,
            streets.size());
    laid.change().ifPresent(change -> laid(path, line, laid, change));
    return laid.refusal();
  }

  /** Where streets were only closed before, compounds still stand on those that were open. */
  private StreetAccess accessTo(StreetGraph graph) {
    StreetAccess access = network.compounds().access();
    return access.graph().equals(graph)
        ? access
        : new StreetAccess(
            graph,
            edge ->
                network.leads(edge) && WalkNetwork.canStepOn(network.streets(), graph.street(edge)),
            access.limitMetres());
  }

  private void laid(AddPath path, double[] drawn, NewPath.Laid laid, StreetChange change) {
    Compounds compounds = network.compounds();
    BitSet ends = new BitSet();
    int last = drawn.length - 2;
    Arrays.stream(compounds.parts().holding(drawn[0], drawn[1])).forEach(ends::set);
    Arrays.stream(compounds.parts().holding(drawn[last], drawn[last + 1])).forEach(ends::set);
    List<Walls.Passing> passings =
        laid.gates().stream().filter(gate -> !path.bridge() || ends.get(gate.part())).toList();
    List<Gate> gates = new ArrayList<>(network.openGates());
    for (Walls.Passing gate : passings) {
      gates.add(new Gate(gate.lon(), gate.lat(), path.name(), Gate.Use.PEDESTRIAN, false, 0, 0));
    }
    boolean over = path.bridge() && !laid.endsInside();
    Streets streets =
        network
            .streets()
            .and(
                new Streets.Row(
                    path.name(),
                    "",
                    StreetRule.FOOTPATH,
                    path.bridge() ? 1 : 0,
                    over,
                    false,
                    false),
                laid.line());
    StreetGraph graph = change.graph();
    WalkNetwork before = network;
    StreetAccess access =
        new StreetAccess(
            graph,
            edge ->
                !change.gone(edge)
                    && (edge >= before.graph().edges() || before.leads(edge))
                    && WalkNetwork.canStepOn(streets, graph.street(edge)),
            compounds.access().limitMetres());
    List<Envelope> near = near(laid.line(), change);
    BitSet parts = compounds.parts(near);
    network =
        new WalkNetwork(
            streets,
            List.copyOf(gates),
            compounds.with(compounds.walls().with(passings), access, parts),
            before,
            new WayChange(change, parts, near));
    walks = walks.on(network);
    BitSet still = new BitSet();
    closed.stream().forEach(edge -> change.addPieces(edge, still));
    closed = still;
  }

  /** Around the path, and around pieces of the network that led nowhere before it. */
  private List<Envelope> near(double[] line, StreetChange change) {
    List<Envelope> near = new ArrayList<>();
    for (int i = 0; i + 3 < line.length; i += 2) {
      near.add(around(new Envelope(line[i], line[i + 2], line[i + 1], line[i + 3])));
    }
    StreetGraph before = network.graph();
    StreetGraph after = change.graph();
    for (int edge = 0; edge < before.edges(); edge++) {
      if (network.leads(edge)
          && !StreetAccess.leadsSomewhere(before, edge)
          && (change.gone(edge) || StreetAccess.leadsSomewhere(after, edge))) {
        double[] shape = before.line(edge);
        Envelope box = new Envelope();
        for (int i = 0; i < shape.length; i += 2) {
          box.expandToInclude(shape[i], shape[i + 1]);
        }
        near.add(around(box));
      }
    }
    return near;
  }

  /** As far as anybody goes to a street. */
  private Envelope around(Envelope box) {
    Coordinate middle = box.centre();
    double metres = imported.limitMetres();
    double perLat = org.gapmap.geo.Geocentric.metres(middle.x, middle.y, middle.x, middle.y + 0.01);
    double perLon = org.gapmap.geo.Geocentric.metres(middle.x, middle.y, middle.x + 0.01, middle.y);
    Envelope wide = new Envelope(box);
    wide.expandBy(0.0102 * metres / perLon, 0.0102 * metres / perLat);
    return wide;
  }

  /** The walks with all that was laid and closed. */
  CityWalks result() {
    if (closed.isEmpty()) {
      return walks;
    }
    StreetChange change = StreetChange.closing(network.graph(), closed);
    WalkNetwork after =
        new WalkNetwork(
            network.streets(),
            network.openGates(),
            network.compounds(),
            network,
            WayChange.closing(change));
    return walks.on(after);
  }
}
