package org.gapmap.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.Area;
import org.gapmap.domain.Community;
import org.gapmap.domain.LandParcel;
import org.gapmap.domain.LandUseClass;
import org.gapmap.domain.Population;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * A city's residential land by area: the parcels of its land-use layer, cut at the areas' borders.
 * Each piece is judged like a community.
 *
 * @param pieces a city whose communities are the pieces
 * @param area for each piece the index of its area, or {@link LargestOverlap#NONE}
 */
record ResidentialLand(City pieces, int[] area) {
  /** Smaller ones come from borders that were drawn twice. */
  private static final double LEAST_SQM = 1;

  private static final double SQM_PER_SQUARE_DEGREE = 110_500.0 * 110_500.0;

  static boolean isKnown(City city) {
    return city.surroundings().landUse().stream()
        .anyMatch(parcel -> parcel.use() == LandUseClass.RESIDENTIAL);
  }

  /**
   * @param areas what to cut the parcels at; none for the whole city
   */
  static ResidentialLand of(City city, List<Area> areas) {
    LargestOverlap overlap = new LargestOverlap(areas.stream().map(Area::shape).toList());
    List<Community> pieces = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (LandParcel parcel : city.surroundings().landUse()) {
      if (parcel.use() != LandUseClass.RESIDENTIAL) {
        continue;
      }
      int[] touched = overlap.candidates(parcel.shape());
      for (int owner : touched) {
        add(pieces, owners, owner, overlap.intersection(owner, parcel.shape()), parcel);
      }
      if (touched.length == 0) {
        add(pieces, owners, LargestOverlap.NONE, parcel.shape(), parcel);
      }
    }
    return new ResidentialLand(
        city.judging(pieces), owners.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void add(
      List<Community> pieces, List<Integer> owners, int owner, Geometry shared, LandParcel parcel) {
    List<?> polygons = PolygonExtracter.getPolygons(shared);
    Polygon[] parts = polygons.stream().map(Polygon.class::cast).toArray(Polygon[]::new);
    MultiPolygon shape = shared.getFactory().createMultiPolygon(parts);
    double latitude = Math.toRadians(shared.getEnvelopeInternal().getMinY());
    if (shape.isEmpty()
        || shape.getArea() * SQM_PER_SQUARE_DEGREE * Math.cos(latitude) < LEAST_SQM) {
      return;
    }
    pieces.add(
        new Community(
            pieces.size() + 1L,
            "",
            shape,
            Population.UNKNOWN,
            OptionalInt.empty(),
            Optional.empty(),
            parcel.provenance()));
    owners.add(owner);
  }
}
