package org.gapmap.assess.coverage;

import java.util.Arrays;
import java.util.function.Function;
import org.gapmap.geo.Geocentric;
import org.gapmap.geo.LocalPlane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * A facility with an area, such as a park, which serves from its edge.
 *
 * <p>What lies within a distance of a polygon is, exactly, its buffer with corners cut straight
 * together with the circles around its convex corners: a point whose nearest point of the polygon
 * is a corner lies in that corner's circle, one whose nearest is on a side lies straight across
 * from it, and a corner that turns inward is nearest to nothing outside. So no arc is drawn in
 * segments: the straight part is cut out of a community, and {@link UnionCoverage} does the rest.
 *
 * <p>Shapes are worked out in the area's own plane, whose distances are good to 2e-7 for areas and
 * distances of a few kilometres, and laid into other planes from there. Immutable but for the last
 * distance asked for, which is kept.
 */
public final class ServingArea {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final LocalPlane plane;
  private final Geometry metres;
  private final PlanePolygon polygon;
  private final double[] corners;
  private volatile @Nullable CutBuffer last;

  /** The buffer with cut corners, its coordinates {@link Geocentric}: z is no height. */
  private record CutBuffer(double distance, Geometry geocentric) {}

  private ServingArea(LocalPlane plane, Geometry metres) {
    this.plane = plane;
    this.metres = metres;
    this.polygon = PlanePolygon.ofMetres(metres);
    this.corners = geocentric(polygon.convexCorners());
  }

  /**
   * @param lonLat a polygon with an area, in degrees
   */
  public static ServingArea of(Geometry lonLat) {
    LocalPlane plane = LocalPlane.atCentreOf(lonLat.getEnvelopeInternal());
    return new ServingArea(plane, laidInto(plane, lonLat));
  }

  /** A geometry in degrees, laid into a plane: metres. */
  public static Geometry laidInto(LocalPlane plane, Geometry lonLat) {
    double[] xy = new double[2];
    return mapped(
        lonLat,
        at -> {
          plane.project(at.x, at.y, xy, 0);
          return new Coordinate(xy[0], xy[1]);
        });
  }

  public double areaSqm() {
    return polygon.areaSqm();
  }

  /** {@link Geocentric} coordinates of the convex corners, one after another. */
  public double[] corners() {
    return corners;
  }

  /** Metres from a place of {@link Geocentric} coordinates; 0 inside. */
  public double metresTo(double x, double y, double z) {
    double[] xy = new double[2];
    plane.projectGeocentric(x, y, z, xy, 0);
    return polygon.distanceTo(xy[0], xy[1]);
  }

  /** The area itself in metres of another plane. */
  public Geometry in(LocalPlane other) {
    return fromGeocentric(mapped(metres, this::geocentric), other);
  }

  /**
   * What lies within a distance of the area, but for the round of its corners, in metres of another
   * plane.
   */
  public Geometry cutBufferIn(LocalPlane other, double distanceMetres) {
    CutBuffer known = last;
    if (known == null || known.distance() != distanceMetres) {
      BufferParameters cut = new BufferParameters();
      cut.setJoinStyle(BufferParameters.JOIN_BEVEL);
      cut.setSimplifyFactor(0);
      Geometry buffer = new BufferOp(metres, cut).getResultGeometry(distanceMetres);
      known = new CutBuffer(distanceMetres, mapped(buffer, this::geocentric));
      last = known;
    }
    return fromGeocentric(known.geocentric(), other);
  }

  private static Geometry fromGeocentric(Geometry geocentric, LocalPlane other) {
    double[] xy = new double[2];
    return mapped(
        geocentric,
        at -> {
          other.projectGeocentric(at.x, at.y, at.getZ(), xy, 0);
          return new Coordinate(xy[0], xy[1]);
        });
  }

  private Coordinate geocentric(Coordinate at) {
    double[] xyz = new double[3];
    Coordinate place = plane.toLonLat(at.x, at.y);
    Geocentric.of(place.x, place.y, xyz, 0);
    return new Coordinate(xyz[0], xyz[1], xyz[2]);
  }

  private double[] geocentric(double[] xy) {
    double[] xyz = new double[xy.length / 2 * 3];
    for (int k = 0; k < xy.length / 2; k++) {
      Coordinate place = plane.toLonLat(xy[2 * k], xy[2 * k + 1]);
      Geocentric.of(place.x, place.y, xyz, 3 * k);
    }
    return xyz;
  }

  /**
   * A copy with other coordinates. Made of coordinates of its own: those of a geometry as it was
   * read are packed, two numbers each, and give out copies that nobody sees change.
   */
  private static Geometry mapped(Geometry geometry, Function<Coordinate, Coordinate> to) {
    return new GeometryEditor(SHAPES)
        .edit(
            geometry,
            new GeometryEditor.CoordinateOperation() {
              @Override
              public Coordinate[] edit(Coordinate[] coordinates, Geometry of) {
                return Arrays.stream(coordinates).map(to).toArray(Coordinate[]::new);
              }
            });
  }
}
