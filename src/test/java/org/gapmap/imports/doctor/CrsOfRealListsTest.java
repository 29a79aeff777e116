package org.gapmap.imports.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gapmap.imports.doctor.CrsCandidate.Likelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: layers of Shanghai stored, then its lists examined, their headings not saying. */
class CrsOfRealListsTest {
  @TempDir Path folder;

  @Test
  void theDoctorTellsTheCanteensFromTheKindergartens() throws IOException {
    String root = System.getenv("GAPMAP_REAL_DATA");
    assumeTrue(root != null, "GAPMAP_REAL_DATA is not set");
    Path data = Path.of(root);
    try (Practice practice = new Practice(folder)) {
      practice.run(data.resolve("shapefiles/chinese/shanghai_districts_gbk"), "{'type': 'areas'}");
      practice.run(data.resolve("osm/shanghai_tongji_2026.osm"), "{'type': 'streets'}");
      practice.run(
          data.resolve("communities/shanghai_tongji/communities.shp"), "{'type': 'communities'}");

      String canteens =
          Files.readString(data.resolve("points/shanghai_elderly_canteens_gcj02.csv"));
      Path list = practice.csv("canteens.csv", canteens.replace("_gcj02", "").strip());
      List<CrsCandidate> systems =
          practice.examine(list, "{'type': 'facilities', 'kind': '长者食堂'}").reading().systems();
      assertThat(systems.get(0).crs()).isEqualTo("gcj02");
      assertThat(systems.get(0).likelihood()).isEqualTo(Likelihood.LIKELY);
      assertThat(systems.get(0).evidence().en()).contains("name a street or community 1 lie there");
      assertThat(systems.get(0).evidence().zh()).contains("写明行政区");

      systems =
          practice
              .examine(
                  data.resolve("points/shanghai_kindergartens_wgs84.csv"),
                  "{'type': 'facilities', 'kind': '幼儿园'}")
              .reading()
              .systems();
      assertThat(systems.get(0).crs()).isEqualTo("cgcs2000");
      assertThat(systems.get(0).likelihood()).isEqualTo(Likelihood.LIKELY);
      assertThat(systems.subList(1, systems.size()))
          .allMatch(other -> other.likelihood() == Likelihood.UNLIKELY);
    }
  }
}
