package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Polygons from a bag of rings. Which ring is a hole follows from which ring lies inside which, not
 * from the direction in which it was drawn: writers get that wrong. Direction is asked only where
 * two rings cross, so that neither nesting is true: then a ring drawn the other way round, with
 * most of its vertices inside, is a hole.
 */
final class RingAssembly {
  /** Vertices looked for in other rings: a second or so. */
  private static final long MOST_LOOKS = 20_000_000;

  /** So many rings lie in or across each other that sorting them out would take for ever. */
  static final class TooTangled extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooTangled(int rings) {
      super(rings + " rings that lie in or across each other");
    }
  }

  private RingAssembly() {}

  /**
   * @param rings closed, with at least four points
   * @return a polygon, a multipolygon, or nothing where no ring has an area
   */
  static Optional<Geometry> assemble(List<LinearRing> rings, GeometryFactory factory) {
    if (rings.size() == 1) {
      LinearRing only = rings.get(0);
      return isFlat(only) ? Optional.empty() : Optional.of(factory.createPolygon(only));
    }
    List<Ring> largestFirst = new ArrayList<>();
    for (LinearRing ring : rings) {
      if (!isFlat(ring)) {
        largestFirst.add(new Ring(ring, signedArea(ring)));
      }
    }
    largestFirst.sort(Comparator.comparingDouble(r -> -Math.abs(r.signedArea)));
    List<Ring> shells = new ArrayList<>();
    STRtree byPlace = new STRtree();
    for (int i = 0; i < largestFirst.size(); i++) {
      largestFirst.get(i).order = i;
      byPlace.insert(largestFirst.get(i).ring.getEnvelopeInternal(), largestFirst.get(i));
    }
    long looks = 0;
    for (Ring ring : largestFirst) {
      List<Ring> larger = larger(ring, byPlace);
      looks += larger.size();
      looks += place(ring, larger, shells);
      if (looks > MOST_LOOKS) {
        throw new TooTangled(rings.size());
      }
    }
    if (shells.isEmpty()) {
      return Optional.empty();
    }
    Polygon[] polygons = shells.stream().map(s -> s.polygon(factory)).toArray(Polygon[]::new);
    return Optional.of(polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons));
  }

  /** The larger rings that may hold it or cross it, the largest first. */
  @SuppressWarnings("unchecked") // an index of rings and nothing else
  private static List<Ring> larger(Ring ring, STRtree byPlace) {
    List<Ring> larger = new ArrayList<>();
    for (Ring other : (List<Ring>) byPlace.query(ring.ring.getEnvelopeInternal())) {
      if (other.order < ring.order) {
        larger.add(other);
      }
    }
    larger.sort(Comparator.comparingInt(r -> r.order));
    return larger;
  }

  /**
   * Finds the smallest ring around {@code ring} among the larger ones.
   *
   * @return how many vertices were looked for
   */
  private static long place(Ring ring, List<Ring> larger, List<Ring> shells) {
    long looks = 0;
    for (int i = larger.size() - 1; i >= 0; i--) {
      Ring around = larger.get(i);
      looks += ring.ring.getNumPoints();
      if (looks > MOST_LOOKS) {
        return looks;
      }
      switch (around.nesting(ring)) {
        case DUPLICATE -> {
          return looks;
        }
        case INSIDE -> {
          if (around.shell == null) {
            ring.shell = around;
            around.holes.add(ring.ring);
          } else {
            shells.add(ring);
          }
          return looks;
        }
        case OUTSIDE -> {}
      }
    }
    shells.add(ring);
    return looks;
  }

  /** Without any area. A figure of eight has some, though its two halves may cancel out. */
  private static boolean isFlat(LinearRing ring) {
    return signedArea(ring) == 0 && ring.convexHull().getDimension() < 2;
  }

  private static double signedArea(LinearRing ring) {
    return Area.ofRingSigned(ring.getCoordinateSequence());
  }

  private enum Nesting {
    INSIDE,
    OUTSIDE,
    DUPLICATE
  }

  private static final class Ring {
    final LinearRing ring;
    final double signedArea;
    final List<LinearRing> holes = new ArrayList<>();

    /** Its place among all rings, the largest first. */
    int order;

    /** The shell that this ring is a hole of. */
    @Nullable Ring shell;

    private @Nullable IndexedPointInAreaLocator locator;

    Ring(LinearRing ring, double signedArea) {
      this.ring = ring;
      this.signedArea = signedArea;
    }

    Nesting nesting(Ring inner) {
      if (!ring.getEnvelopeInternal().intersects(inner.ring.getEnvelopeInternal())) {
        return Nesting.OUTSIDE;
      }
      if (locator == null) {
        locator = new IndexedPointInAreaLocator(ring);
      }
      CoordinateSequence points = inner.ring.getCoordinateSequence();
      int inside = 0;
      int outside = 0;
      for (int i = 1; i < points.size(); i++) {
        int location = locator.locate(points.getCoordinate(i));
        if (location == Location.INTERIOR) {
          inside++;
        } else if (location == Location.EXTERIOR) {
          outside++;
        }
      }
      if (inside > 0 && outside > 0) {
        boolean drawnAsHole = signedArea > 0 != inner.signedArea > 0;
        return drawnAsHole && inside > outside ? Nesting.INSIDE : Nesting.OUTSIDE;
      }
      if (inside + outside == 0) {
        return touchingOnly(inner);
      }
      return inside > 0 ? Nesting.INSIDE : Nesting.OUTSIDE;
    }

    /** Every vertex of the inner ring lies on this one: the same ring again, or a part of it. */
    private Nesting touchingOnly(Ring inner) {
      if (Math.abs(inner.signedArea) == Math.abs(signedArea)) {
        return Nesting.DUPLICATE;
      }
      Polygon area = ring.getFactory().createPolygon(inner.ring);
      int location =
          new IndexedPointInAreaLocator(ring).locate(area.getInteriorPoint().getCoordinate());
      return location == Location.INTERIOR ? Nesting.INSIDE : Nesting.OUTSIDE;
    }

    Polygon polygon(GeometryFactory factory) {
      return factory.createPolygon(ring, holes.toArray(LinearRing[]::new));
    }
  }
}
