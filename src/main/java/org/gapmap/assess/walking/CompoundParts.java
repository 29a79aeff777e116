package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Every community's compound: one part for each polygon that it is made of, since a lane between
 * two of them lies outside both. Parts may overlap, hold each other and share edges. Immutable.
 */
public final class CompoundParts {
  private static final int BOX = 4;

  private final Outline[] outlines;
  private final int[] community;
  private final int[] firstPart;
  private final BoxGrid grid;

  private CompoundParts(Outline[] outlines, int[] community, int[] firstPart) {
    this.outlines = outlines;
    this.community = community;
    this.firstPart = firstPart;
    double[] boxes = new double[BOX * outlines.length];
    for (int part = 0; part < outlines.length; part++) {
      Envelope box = outlines[part].box();
      boxes[BOX * part] = box.getMinX();
      boxes[BOX * part + 1] = box.getMinY();
      boxes[BOX * part + 2] = box.getMaxX();
      boxes[BOX * part + 3] = box.getMaxY();
    }
    grid = new BoxGrid(boxes);
  }

  /**
   * Of communities' boundaries in degrees, by index.
   *
   * @throws IllegalArgumentException where one is anything but polygons
   */
  public static CompoundParts of(List<? extends Geometry> communities) {
    List<Outline> outlines = new ArrayList<>();
    int[] community = new int[16];
    int[] firstPart = new int[communities.size() + 1];
    for (int i = 0; i < communities.size(); i++) {
      Geometry boundary = communities.get(i);
      for (int k = 0; k < boundary.getNumGeometries(); k++) {
        if (!(boundary.getGeometryN(k) instanceof Polygon polygon)) {
          throw new IllegalArgumentException(
              "community " + i + " is a " + boundary.getGeometryN(k).getGeometryType());
        }
        if (outlines.size() == community.length) {
          community = Arrays.copyOf(community, 2 * outlines.size());
        }
        community[outlines.size()] = i;
        outlines.add(new Outline(polygon));
      }
      firstPart[i + 1] = outlines.size();
    }
    return new CompoundParts(
        outlines.toArray(new Outline[0]), Arrays.copyOf(community, outlines.size()), firstPart);
  }

  /** The number of parts of all communities together. */
  public int size() {
    return outlines.length;
  }

  public int communities() {
    return firstPart.length - 1;
  }

  /** Index of the community that a part belongs to. */
  public int community(int part) {
    return community[part];
  }

  /** The first part of a community; those up to before {@link #lastPart} are its own. */
  public int firstPart(int communityIndex) {
    return firstPart[communityIndex];
  }

  public int lastPart(int communityIndex) {
    return firstPart[communityIndex + 1];
  }

  Outline outline(int part) {
    return outlines[part];
  }

  /** Offers, once each, the parts whose box touches another, in degrees. */
  void touching(double minX, double minY, double maxX, double maxY, IntConsumer part) {
    grid.touching(minX, minY, maxX, maxY, part);
  }

  /** The same for the box of a line. */
  void touching(double[] line, IntConsumer part) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < line.length; i += 2) {
      minX = Math.min(minX, line[i]);
      maxX = Math.max(maxX, line[i]);
      minY = Math.min(minY, line[i + 1]);
      maxY = Math.max(maxY, line[i + 1]);
    }
    grid.touching(minX, minY, maxX, maxY, part);
  }

  /** Offers the parts whose box is within some metres of a point. */
  void near(double lon, double lat, double metres, IntConsumer part) {
    FlatMap flat = FlatMap.at(lon, lat);
    double dx = metres / flat.metresPerLon();
    double dy = metres / flat.metresPerLat();
    grid.touching(lon - dx, lat - dy, lon + dx, lat + dy, part);
  }

  /** The part of a community in which a point lies, else the nearest of them. */
  public int partOf(int communityIndex, double lon, double lat) {
    int nearest = firstPart[communityIndex];
    if (nearest + 1 >= lastPart(communityIndex)) {
      return nearest;
    }
    double best = Double.POSITIVE_INFINITY;
    double[] at = new double[2];
    for (int part = firstPart[communityIndex]; part < lastPart(communityIndex); part++) {
      Outline outline = outlines[part];
      double x = outline.flat().x(lon);
      double y = outline.flat().y(lat);
      double metres = outline.contains(x, y) ? 0 : outline.nearestOfEdge(x, y, at);
      if (metres < best) {
        best = metres;
        nearest = part;
      }
    }
    return nearest;
  }

  /** The parts in which a point lies, the smallest first. */
  public int[] holding(double lon, double lat) {
    List<Integer> found = new ArrayList<>();
    grid.touching(
        lon,
        lat,
        lon,
        lat,
        part -> {
          Outline outline = outlines[part];
          if (outline.contains(outline.flat().x(lon), outline.flat().y(lat))) {
            found.add(part);
          }
        });
    found.sort(
        (a, b) -> {
          int bySize = Double.compare(outlines[a].areaSqm(), outlines[b].areaSqm());
          return bySize != 0 ? bySize : Integer.compare(a, b);
        });
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}
