package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gapmap.domain.Passage;
import org.gapmap.domain.Streets;
import org.gapmap.imports.source.RealData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Real streets as an office would have drawn them: single lines that know no nodes. */
final class OfficeStreetsOfRealExtractsTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static Streets streets(String file) {
    return ExtractStreets.read(RealData.path("osm/" + file));
  }

  private static LineString line(Streets streets, int street) {
    double[] at = streets.line(street);
    Coordinate[] line = new Coordinate[at.length / 2];
    for (int i = 0; i < line.length; i++) {
      line[i] = new Coordinate(at[2 * i], at[2 * i + 1]);
    }
    return FACTORY.createLineString(line);
  }

  /**
   * Streets without those that cross another one of their level where neither has a node: a drawing
   * can't tell that they are not meant to meet.
   */
  private static List<Integer> unambiguous(Streets streets) {
    Quadtree tree = new Quadtree();
    List<LineString> lines = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int street = 0; street < streets.size(); street++) {
      LineString line = line(streets, street);
      lines.add(line);
      if (streets.passage(street) == Passage.CLOSED) {
        continue;
      }
      int number = street;
      boolean clear = true;
      for (Object o : tree.query(line.getEnvelopeInternal())) {
        int other = (Integer) o;
        clear &=
            streets.level(number) != streets.level(other) || meetAtVertices(line, lines.get(other));
      }
      if (clear) {
        kept.add(street);
        tree.insert(line.getEnvelopeInternal(), street);
      }
    }
    return kept;
  }

  private static boolean meetAtVertices(LineString one, LineString other) {
    for (Coordinate at : one.intersection(other).getCoordinates()) {
      if (!has(one, at) || !has(other, at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(LineString line, Coordinate at) {
    return Arrays.stream(line.getCoordinates()).anyMatch(at::equals2D);
  }

  /** Every piece between two vertices is a line of its own, in any order and direction. */
  private static void inPieces(Streets streets, List<Integer> kept, OfficeStreets office) {
    List<int[]> pieces = new ArrayList<>();
    for (int street : kept) {
      for (int i = 0; i + 1 < streets.vertices(street); i++) {
        pieces.add(new int[] {street, i});
      }
    }
    Collections.shuffle(pieces, new Random(5));
    for (int[] piece : pieces) {
      int street = piece[0];
      int a = piece[1] + (piece[1] + 1) % 2;
      int b = piece[1] + piece[1] % 2;
      office.add(
          street,
          new double[] {
            streets.lon(street, a),
            streets.lat(street, a),
            streets.lon(street, b),
            streets.lat(street, b)
          },
          streets.level(street));
    }
  }

  /** Whole ways, without the vertices that don't bend them: most junctions are among those. */
  private static void thinned(Streets streets, List<Integer> kept, OfficeStreets office) {
    for (int street : kept) {
      Coordinate[] left =
          DouglasPeuckerSimplifier.simplify(line(streets, street), 3e-7).getCoordinates();
      double[] line = new double[2 * left.length];
      for (int i = 0; i < left.length; i++) {
        line[2 * i] = left[i].x;
        line[2 * i + 1] = left[i].y;
      }
      office.add(street, line, streets.level(street));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shanghai_tongji_2026.osm",
        "shenzhen_nanshan_2024.osm",
        "beijing_cau_2026.osm",
        "monaco.osm.gz"
      })
  void walksAlongSinglePiecesAreThoseOfTheExtract(String file) {
    Streets streets = streets(file);
    List<Integer> kept = unambiguous(streets);
    OfficeStreets office = new OfficeStreets(0);
    inPieces(streets, kept, office);

    Compared compared = compare(streets, kept, office);

    assertThat(kept.size()).isGreaterThan(150);
    assertThat(compared.farthest()).isLessThan(0.1);
    assertThat(compared.joinedOtherwise()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"shanghai_tongji_2026.osm", "shenzhen_nanshan_2024.osm", "beijing_cau_2026.osm"})
  void junctionsThatLostTheirNodeAreFoundAgain(String file) {
    Streets streets = streets(file);
    List<Integer> kept = unambiguous(streets);
    OfficeStreets office = new OfficeStreets(0.5);
    thinned(streets, kept, office);

    Compared compared = compare(streets, kept, office);

    // Where a street on the ground met the middle of a bridge, nothing but the lost node said so.
    assertThat(compared.median()).isLessThan(0.05);
    assertThat((double) compared.joinedOtherwise() / compared.pairs()).isLessThan(0.15);
    assertThat(compared.told().crossings()).isPositive();
  }

  /**
   * @param joinedOtherwise pairs with a walk in one of the two only
   */
  private record Compared(
      int pairs, double median, double farthest, int joinedOtherwise, OfficeStreets.Told told) {}

  private static Compared compare(Streets streets, List<Integer> kept, OfficeStreets office) {
    StreetGraphBuilder nodes = new StreetGraphBuilder();
    kept.forEach(street -> nodes.add(street, streets.line(street), 0));
    StreetGraph theirs = nodes.build();
    StreetGraphBuilder lines = new StreetGraphBuilder();
    OfficeStreets.Told told = office.into(lines);
    StreetGraph drawn = lines.build();
    NearestStreet onTheirs = NearestStreet.of(theirs);
    NearestStreet onDrawn = NearestStreet.of(drawn);
    Random random = new Random(1);
    List<Double> apart = new ArrayList<>();
    int otherwise = 0;
    for (int from = 0; from < 6; from++) {
      int a = random.nextInt(theirs.nodes());
      WalkField their = field(theirs, onTheirs, theirs, a);
      WalkField our = field(drawn, onDrawn, theirs, a);
      for (int to = 0; to < 100; to++) {
        int b = random.nextInt(theirs.nodes());
        double x = their.metres(at(onTheirs, theirs, b));
        double y = our.metres(at(onDrawn, theirs, b));
        if (Double.isFinite(x) != Double.isFinite(y)) {
          otherwise++;
        } else if (Double.isFinite(x)) {
          apart.add(Math.abs(x - y));
        }
      }
    }
    Collections.sort(apart);
    return new Compared(
        apart.size() + otherwise,
        apart.get(apart.size() / 2),
        apart.get(apart.size() - 1),
        otherwise,
        told);
  }

  private static WalkField field(StreetGraph graph, NearestStreet on, StreetGraph of, int node) {
    return WalkField.from(graph, List.of(at(on, of, node)));
  }

  private static Doors at(NearestStreet on, StreetGraph of, int node) {
    OnStreet door = on.find(of.lon(node), of.lat(node), 1);
    return door == null ? Doors.NONE : Doors.of(new OnStreet(door.edge(), door.along(), 0));
  }
}
