package org.gapmap.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files as written: the same bytes from the same seed, and bytes that GIS programs expect. */
class SyntheticCityTest {
  private static final long SHIPPED_SEED = 20260101;
  private static final Path SHIPPED = Path.of("data");
  private static final Charset GBK = Charset.forName("GBK");

  private static Path written = Path.of("");

  @BeforeAll
  static void writeInTurkishAndInSamoa(@TempDir Path folder) throws IOException {
    written = folder;
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
    try {
      SyntheticCity.write(SHIPPED_SEED, 300, written, true);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void shippedDataAreWhatTheSeedGives() throws IOException {
    List<String> files = names(written);
    assertThat(files).hasSize(14 * 5 + 1);
    assertThat(names(SHIPPED)).containsAll(files).hasSize(files.size() + 1).contains("README.md");
    for (String file : files) {
      assertThat(SHIPPED.resolve(file)).hasSameBinaryContentAs(written.resolve(file));
    }
  }

  @Test
  void shippedDataStayUnderFiveMegabytes() throws IOException {
    long bytes = 0;
    for (String file : names(SHIPPED)) {
      bytes += Files.size(SHIPPED.resolve(file));
    }
    assertThat(bytes).isBetween(100_000L, 5_000_000L);
  }

  @Test
  void anotherSeedGivesAnotherCity(@TempDir Path folder) throws IOException {
    SyntheticCity.write(7, 60, folder.resolve("a"), true);
    SyntheticCity.write(8, 60, folder.resolve("b"), true);
    byte[] a = Files.readAllBytes(folder.resolve("a/communities.shp"));
    assertThat(Files.readAllBytes(folder.resolve("b/communities.shp"))).isNotEqualTo(a);
    assertThat(rows(folder.resolve("a/communities.dbf"))).isEqualTo(60);
  }

  @Test
  void moreCommunitiesThanATownHoldsMakeSeveralTowns(@TempDir Path folder) throws IOException {
    SyntheticCity.write(9, 641, folder, false);
    assertThat(rows(folder.resolve("communities.dbf"))).isEqualTo(641);
    assertThat(rows(folder.resolve("areas.dbf"))).isGreaterThan(2 * 8);
    assertThat(text(folder.resolve("areas.dbf"))).contains("榆城区", "第2镇榆城区");
  }

  @Test
  void refusesTooFewAndTooMany(@TempDir Path folder) {
    assertThatThrownBy(() -> SyntheticCity.write(1, 59, folder, true)).hasMessageContaining("59");
    assertThatThrownBy(() -> SyntheticCity.write(1, 400_001, folder, true))
        .hasMessageContaining("400001");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tablesAreGbkAndSaySo() throws IOException {
    Path table = written.resolve("communities.dbf");
    byte[] bytes = Files.readAllBytes(table);
    assertThat(bytes[0]).isEqualTo((byte) 3);
    assertThat(bytes[29]).isEqualTo((byte) 0x4D);
    assertThat(bytes[bytes.length - 1]).isEqualTo((byte) 0x1A);
    assertThat(rows(table)).isEqualTo(300);
    assertThat(Files.readString(written.resolve("communities.cpg"))).isEqualTo("GBK");
    assertThat(text(table)).contains("鼓楼街道", "榆南区", "家属院");
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getShort(8) + 300 * header.getShort(10) + 1).isEqualTo(bytes.length);
  }

  @Test
  void fieldNamesFitTenBytes() throws IOException {
    byte[] header = Files.readAllBytes(written.resolve("communities.dbf"));
    List<String> names =
        Stream.iterate(32, at -> header[at] != 0x0D, at -> at + 32)
            .map(at -> new String(Arrays.copyOfRange(header, at, at + 11), GBK).trim())
            .toList();
    assertThat(names)
        .containsExactly(
            "XQBM", "XQMC", "SSQ", "JDMC", "JZND", "GZZT", "HS", "RKS", "LNRK", "YYES", "XLQET",
            "XXS", "MJ");
  }

  @Test
  void shapesAndIndexKeepTheFormatsLengths() throws IOException {
    for (String file : List.of("communities", "streets", "fitness")) {
      ByteBuffer shapes = ByteBuffer.wrap(Files.readAllBytes(written.resolve(file + ".shp")));
      ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(written.resolve(file + ".shx")));
      assertThat(shapes.getInt(0)).isEqualTo(9994);
      assertThat(shapes.getInt(24) * 2).isEqualTo(shapes.capacity());
      assertThat(index.getInt(24) * 2).isEqualTo(index.capacity());
      int position = 100;
      for (int at = 100; at < index.capacity(); at += 8) {
        assertThat(index.getInt(at) * 2).isEqualTo(position);
        assertThat(shapes.getInt(position)).isEqualTo((at - 92) / 8);
        assertThat(shapes.getInt(position + 4)).isEqualTo(index.getInt(at + 4));
        position += 8 + 2 * index.getInt(at + 4);
      }
      assertThat(position).isEqualTo(shapes.capacity());
    }
  }

  @Test
  void coordinatesLieInTheZoneThatThePrjNames() throws IOException {
    String prj = Files.readString(written.resolve("communities.prj"));
    assertThat(prj)
        .startsWith("PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\"")
        .contains("PARAMETER[\"Central_Meridian\",114.0]");
    ByteBuffer header =
        ByteBuffer.wrap(Files.readAllBytes(written.resolve("communities.shp")))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getDouble(36)).isBetween(448_000.0, 452_000.0);
    assertThat(header.getDouble(44)).isBetween(3_494_000.0, 3_497_500.0);
    assertThat(header.getDouble(52)).isBetween(452_000.0, 456_000.0);
    assertThat(header.getDouble(60)).isBetween(3_497_500.0, 3_501_000.0);
  }

  @Test
  void manifestNamesFilesThatAreThereAreasFirst() throws IOException {
    List<String> layers =
        Files.readAllLines(written.resolve("demonstration.yaml")).stream()
            .filter(line -> line.contains("file:"))
            .toList();
    assertThat(layers).hasSize(12);
    assertThat(layers.get(0)).contains("type: areas");
    assertThat(layers.subList(3, 7)).allMatch(layer -> layer.contains("completeFor: all"));
    assertThat(layers.get(7)).contains("culture_stations.shp", "completeFor: 榆城区");
    assertThat(layers.get(8)).contains("parks.shp", "completeFor: all");
    assertThat(layers.get(9)).contains("type: land_use");
    assertThat(layers.get(10)).contains("type: buildings");
    assertThat(layers.get(11)).contains("type: gates");
    for (String layer : layers) {
      String file = layer.replaceAll(".*file: ([a-z_]+\\.shp).*", "$1");
      assertThat(written.resolve(file)).exists();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static int rows(Path table) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(table)).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
  }

  private static String text(Path table) throws IOException {
    return new String(Files.readAllBytes(table), GBK);
  }
}
