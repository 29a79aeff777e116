package org.gapmap.imports.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gapmap.geo.CrsGuess;
import org.gapmap.geo.CrsGuesses;
import org.gapmap.geo.CrsGuesses.Numbers;
import org.gapmap.geo.DeclaredCrs;
import org.gapmap.geo.NearbyLayers;
import org.gapmap.geo.PlaceWords;
import org.gapmap.imports.LookedRow;
import org.gapmap.imports.source.SourceDescription;
import org.gapmap.store.MappingStore;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The coordinate systems that a file may be in, by its numbers and by what its city has already.
 */
final class CrsExamination {
  /** Enough to tell a shift; every n-th row of a larger file. */
  private static final int MOST_PLACES = 4_000;

  private static final int LONGEST_AREA = 20;

  private final List<double[]> places = new ArrayList<>();
  private final List<PlaceWords> words = new ArrayList<>();
  private int stride = 1;
  private int untilNext;

  /**
   * Looks at a row.
   *
   * @param shape in the file's numbers
   */
  void add(Geometry shape, LookedRow row) {
    Coordinate at = shape.getCoordinate();
    if (at == null || !Double.isFinite(at.x) || !Double.isFinite(at.y) || untilNext-- > 0) {
      return;
    }
    if (places.size() == MOST_PLACES) {
      stride *= 2;
      for (int i = 0; i < MOST_PLACES / 2; i++) {
        places.set(i, places.get(2 * i));
        words.set(i, words.get(2 * i));
      }
      places.subList(MOST_PLACES / 2, MOST_PLACES).clear();
      words.subList(MOST_PLACES / 2, MOST_PLACES).clear();
    }
    places.add(new double[] {at.x, at.y});
    words.add(words(row));
    untilNext = stride - 1;
  }

  private static PlaceWords words(LookedRow row) {
    List<String> values =
        row.fields().values().stream()
            .map(String::strip)
            .filter(v -> !v.isEmpty() && v.length() <= LONGEST_AREA)
            .filter(v -> !Character.isDigit(v.charAt(0)))
            .toList();
    return new PlaceWords(row.name(), row.address(), values);
  }

  /** The likeliest first. */
  List<CrsCandidate> candidates(SourceDescription description, NearbyLayers layers) {
    double[] xy = places.stream().flatMapToDouble(Arrays::stream).toArray();
    Numbers numbers =
        new Numbers(xy, words, description.sample(), description.geometryType().endsWith("point"));
    Optional<DeclaredCrs> declared = description.crs();
    return CrsGuesses.of(declared, numbers, layers).stream()
        .map(CrsExamination::candidate)
        .toList();
  }

  private static CrsCandidate candidate(CrsGuess guess) {
    List<Coordinate> outline = new ArrayList<>();
    for (int i = 0; i + 1 < guess.outline().size(); i += 2) {
      outline.add(new Coordinate(guess.outline().get(i), guess.outline().get(i + 1)));
    }
    return new CrsCandidate(
        guess.word(),
        guess.name(),
        CrsCandidate.Likelihood.valueOf(guess.likelihood().name()),
        guess.evidence(),
        guess.accuracyMetres(),
        guess.metresToOthers(),
        outline);
  }

  /** What the layers of a city hold, to lay files over. */
  static final class Nearby {
    private final NearbyLayers.Builder builder = new NearbyLayers.Builder();

    void add(MappingStore.Nearby other) {
      switch (other.sort()) {
        case "community" -> builder.community(other.shape(), other.name());
        case "area" -> builder.area(other.shape(), other.name());
        default -> other.shape().apply(new Lines(builder, other.name()));
      }
    }

    NearbyLayers build() {
      return builder.build();
    }
  }

  private record Lines(NearbyLayers.Builder builder, String name)
      implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int index) {
      if (index == 0) {
        double[] lonLat = new double[2 * sequence.size()];
        for (int i = 0; i < sequence.size(); i++) {
          lonLat[2 * i] = sequence.getX(i);
          lonLat[2 * i + 1] = sequence.getY(i);
        }
        builder.line(lonLat, name);
      }
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }
}
