package org.gapmap.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.gapmap.geo.LocalPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

class TileLayerTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final LocalPlane WUHAN = LocalPlane.at(114.3, 30.6);
  private static final double UNITS_PER_PIXEL = 16;

  /**
   * Dropped vertices stray by a quarter of a pixel at most, rounded ones by half a unit each way.
   */
  private static final double FARTHEST_UNITS = 4 + 0.5 * Math.sqrt(2) + 1e-6;

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 11, 12, 13, 14, 15, 16, 17})
  void nothingMovesByMoreThanAQuarterOfAPixelAndTheRounding(int zoom) {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 100; round++) {
      Polygon blob = blob(random, 0, 0, 300 + random.nextDouble(200), 60);
      int[] at = tileOf(114.3, 30.6, zoom);
      Geometry exact = inTile(blob, zoom, at);

      DecodedTile tile = DecodedTile.read(communities(blob).tile(zoom, at[0], at[1]));

      Geometry box = box(64);
      Geometry drawn = tile.features().get(0).shape();
      assertThat(strayed(drawn, exact.intersection(box))).isLessThan(FARTHEST_UNITS);
    }
  }

  @Test
  void piecesOfNeighbouringTilesMakeUpTheWhole() {
    SplittableRandom random = new SplittableRandom(3);
    Polygon blob = blob(random, 0, 0, 2000, 300);
    int zoom = 15;
    int[] at = tileOf(114.3, 30.6, zoom);
    TileLayer layer = communities(blob);
    double area = 0;
    for (int column = at[0] - 3; column <= at[0] + 3; column++) {
      for (int row = at[1] - 3; row <= at[1] + 3; row++) {
        for (DecodedTile.Feature piece :
            DecodedTile.read(layer.tile(zoom, column, row)).features()) {
          area += piece.shape().buffer(0).intersection(box(0)).getArea();
        }
      }
    }
    Geometry exact = inTile(blob, zoom, at);
    assertThat(area / exact.getArea()).isBetween(0.998, 1.002);
  }

  @Test
  void holesStayHoles() {
    Polygon outer = square(0, -1000, 1000);
    LinearRing hole = square(400, -600, 200).getExteriorRing();
    Polygon ring = SHAPES.createPolygon(outer.getExteriorRing(), new LinearRing[] {hole});
    int[] at = tileOf(114.3, 30.6, 12);

    Geometry drawn =
        DecodedTile.read(communities(ring).tile(12, at[0], at[1])).features().get(0).shape();

    assertThat(((Polygon) drawn.getGeometryN(0)).getNumInteriorRing()).isEqualTo(1);
    assertThat(strayed(drawn, inTile(ring, 12, at))).isLessThan(FARTHEST_UNITS);
  }

  @Test
  void whatIsSmallerThanAPixelIsAPointAndTheLargestOfAPixelStandsForIt() {
    Polygon small = square(15, 15, 30);
    Polygon larger = square(0, 0, 60);
    Polygon away = square(5000, 0, 30);
    int[] at = tileOf(114.3, 30.6, 9);

    List<DecodedTile.Feature> drawn =
        DecodedTile.read(communities(small, larger, away).tile(9, at[0], at[1])).features();

    assertThat(drawn).extracting(DecodedTile.Feature::type).containsExactly(1, 1);
    assertThat(drawn).extracting(f -> f.values().get("i")).containsExactly(1L, 2L);
  }

  @Test
  void namesTravelWhereTheyAreRead() {
    TileLayer layer = communities(square(0, 0, 200));
    int[] far = tileOf(114.3, 30.6, 13);
    int[] near = tileOf(114.3, 30.6, 14);

    assertThat(DecodedTile.read(layer.tile(13, far[0], far[1])).features().get(0).values())
        .containsOnlyKeys("i");
    assertThat(DecodedTile.read(layer.tile(14, near[0], near[1])).features().get(0))
        .satisfies(
            feature -> {
              assertThat(feature.id()).isEqualTo(100);
              assertThat(feature.values()).containsEntry("name", "n0").containsEntry("i", 0L);
            });
  }

  @Test
  void streetsAlikeInWhatIsSeenOfThemAreOneFeatureAndEachIsWhereItWas() {
    TileLayerBuilder builder =
        new TileLayerBuilder(
            "streets",
            TileLayer.Small.NOTHING,
            new TileLayer.Key("class", 0),
            new TileLayer.Key("name", 14));
    Geometry first = line(0, -100, 800, -400);
    Geometry second = line(0, -500, 800, -900);
    builder.add(0, 0, first, "primary", "a");
    builder.add(0, 0, second, "primary", "b");
    builder.add(0, 14, line(0, 0, 0, -900), "path", "c");
    TileLayer layer = builder.build();
    int[] at = tileOf(114.3, 30.6, 13);

    List<DecodedTile.Feature> drawn = DecodedTile.read(layer.tile(13, at[0], at[1])).features();

    assertThat(drawn).hasSize(1);
    assertThat(
            strayed(
                drawn.get(0).shape(), inTile(first.union(second), 13, at).intersection(box(160))))
        .isLessThan(FARTHEST_UNITS);
    int[] near = tileOf(114.3, 30.6, 14);
    assertThat(DecodedTile.read(layer.tile(14, near[0], near[1])).features()).hasSize(3);
  }

  /** China's east lies in tiles that end at 180 degrees, where longitudes begin anew. */
  @Test
  void aTileAtTheEndOfTheWorldHoldsWhatLiesInIt() {
    TileLayer layer = communities(square(0, 0, 50_000));

    assertThat(layer.tile(0, 0, 0)).isNotEmpty();
    assertThat(layer.tile(1, 1, 0)).isNotEmpty();
    assertThat(layer.tile(2, 3, 1)).isNotEmpty();
    assertThat(layer.tile(2, 2, 1)).isEmpty();
    int[] deep = tileOf(114.31, 30.61, 22);
    Geometry all = DecodedTile.read(layer.tile(22, deep[0], deep[1])).features().get(0).shape();
    assertThat(all.getArea()).isEqualTo(box(64).getArea());
  }

  /** How far apart two outlines are, either way. */
  private static double strayed(Geometry drawn, Geometry exact) {
    return DiscreteHausdorffDistance.distance(outline(drawn), outline(exact), 0.02);
  }

  private static Geometry outline(Geometry shape) {
    return shape.getDimension() == 2 ? shape.buffer(0).getBoundary() : shape;
  }

  private static TileLayer communities(Polygon... shapes) {
    TileLayerBuilder builder =
        new TileLayerBuilder(
            "communities",
            TileLayer.Small.POINT,
            new TileLayer.Key("i", 0),
            new TileLayer.Key("name", 14));
    for (int i = 0; i < shapes.length; i++) {
      builder.add(100 + i, 0, shapes[i], i, "n" + i);
    }
    return builder.build();
  }

  /** By the formulas of the specification of web maps, not ours. */
  private static Geometry inTile(Geometry degrees, int zoom, int[] tile) {
    Geometry copy = degrees.copy();
    copy.apply(
        (Coordinate c) -> {
          double[] at = place(c.x, c.y, zoom);
          c.x = (at[0] - tile[0]) * 256 * UNITS_PER_PIXEL;
          c.y = (at[1] - tile[1]) * 256 * UNITS_PER_PIXEL;
        });
    copy.geometryChanged();
    return copy;
  }

  private static int[] tileOf(double lon, double lat, int zoom) {
    double[] at = place(lon, lat, zoom);
    return new int[] {(int) at[0], (int) at[1]};
  }

  private static double[] place(double lon, double lat, int zoom) {
    double phi = Math.toRadians(lat);
    double n = Math.pow(2, zoom);
    return new double[] {
      n * (lon + 180) / 360, n * (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2
    };
  }

  private static Geometry box(double margin) {
    return SHAPES.toGeometry(new Envelope(-margin, 4096 + margin, -margin, 4096 + margin));
  }

  private static Polygon square(double x, double y, double side) {
    return SHAPES.createPolygon(
        new Coordinate[] {
          WUHAN.toLonLat(x, y),
          WUHAN.toLonLat(x + side, y),
          WUHAN.toLonLat(x + side, y + side),
          WUHAN.toLonLat(x, y + side),
          WUHAN.toLonLat(x, y)
        });
  }

  private static Geometry line(double x1, double y1, double x2, double y2) {
    return SHAPES.createLineString(
        new Coordinate[] {WUHAN.toLonLat(x1, y1), WUHAN.toLonLat(x2, y2)});
  }

  /** A ring of many vertices around a place, as a digitised compound is. */
  private static Polygon blob(
      SplittableRandom random, double x, double y, double radius, int corners) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double out = radius * random.nextDouble(0.8, 1);
      ring[i] = WUHAN.toLonLat(x + out * Math.cos(angle), y + out * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return SHAPES.createPolygon(ring);
  }
}
