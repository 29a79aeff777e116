package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.Walk;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/**
 * How one walks from a community to a facility; nothing of it where no walk was measured.
 *
 * @param path places of longitude and latitude, from the community to the facility
 * @param detour how many times the straight line the walk is; null where both ends are at one place
 * @param gate that it leaves the community by; null where it goes through none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WalkView(
    double @Nullable [][] path,
    @Nullable Double walkMetres,
    @Nullable Double straightMetres,
    @Nullable Double minutes,
    @Nullable Double detour,
    @Nullable GateView gate) {
  private static final WalkView NONE = new WalkView(null, null, null, null, null, null);

  /** A gate that is passed. */
  record GateView(double lon, double lat, String source, String name) {}

  static WalkView of(KindCoverage coverage, Optional<Walk> walk) {
    return walk.map(known -> of(coverage, known)).orElse(NONE);
  }

  private static WalkView of(KindCoverage coverage, Walk walk) {
    return new WalkView(
        path(walk),
        Figures.metres(walk.metres()),
        Figures.metres(walk.straightMetres()),
        Figures.metres(coverage.minutes(walk.metres())),
        Figures.amount(walk.detour()),
        walk.gate()
            .map(
                gate ->
                    new GateView(
                        Figures.degrees(gate.lon()),
                        Figures.degrees(gate.lat()),
                        Codes.of(gate.source()),
                        gate.name()))
            .orElse(null));
  }

  /** Longitude and latitude of each point. */
  static double[][] path(Walk walk) {
    return places(walk.lonLat());
  }

  /** Longitudes and latitudes in turn as places. */
  static double[][] places(double[] lonLat) {
    double[][] places = new double[lonLat.length / 2][];
    for (int k = 0; k < places.length; k++) {
      places[k] = new double[] {Figures.degrees(lonLat[2 * k]), Figures.degrees(lonLat[2 * k + 1])};
    }
    return places;
  }
}
