package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;

final class ChinaShiftTest {
  /** The oracle's own rounding: gcoord's city list agrees to this. */
  private static final double CITY_DEGREES = 5e-5;

  private static JsonNode cities() throws IOException {
    String root = System.getenv("GAPMAP_REAL_DATA");
    assumeTrue(root != null, "GAPMAP_REAL_DATA is not set");
    JsonNode cities =
        new ObjectMapper().readTree(Path.of(root, "coords/gcoord_china-cities.json").toFile());
    assertThat(cities.size()).isEqualTo(664);
    return cities;
  }

  private static double[] point(JsonNode city, String system) {
    JsonNode xy = city.get("coords").get(system);
    return new double[] {xy.get(0).asDouble(), xy.get(1).asDouble()};
  }

  @Test
  void agreesWithPublishedCoordinatesOf664Cities() throws IOException {
    for (JsonNode city : cities()) {
      double[] wgs = point(city, "WGS84");
      ChinaShift.wgs84ToGcj02(wgs, 1);
      assertThat(wgs).as("%s", city).containsExactly(point(city, "GCJ02"), within(CITY_DEGREES));
      ChinaShift.gcj02ToBd09(wgs, 1);
      assertThat(wgs).as("%s", city).containsExactly(point(city, "BD09"), within(CITY_DEGREES));
    }
  }

  @Test
  void returnsFromBaiduToWithinAMillimetre() throws IOException {
    for (JsonNode city : cities()) {
      double[] wgs = point(city, "WGS84");
      double[] back = wgs.clone();
      ChinaShift.wgs84ToBd09(back, 1);
      ChinaShift.bd09ToWgs84(back, 1);
      double metres = Geodesic.WGS84.Inverse(wgs[1], wgs[0], back[1], back[0]).s12;
      assertThat(metres).as("%s", city).isLessThan(0.001);
    }
  }

  @Test
  void leavesPlacesOutsideChinaAlone() {
    double[] paris = {2.35, 48.85};
    ChinaShift.wgs84ToGcj02(paris, 1);
    assertThat(paris).containsExactly(2.35, 48.85);
  }

  /** 482 m at Shanghai, as measured by others. */
  @Test
  void movesAPointByTheKnownSizeOfTheShift() {
    double[] shanghai = {121.5, 31.28};
    ChinaShift.wgs84ToGcj02(shanghai, 1);
    assertThat(Geodesic.WGS84.Inverse(31.28, 121.5, shanghai[1], shanghai[0]).s12)
        .isBetween(450.0, 520.0);
  }
}
