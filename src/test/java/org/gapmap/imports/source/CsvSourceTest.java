package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CrsChoice;
import org.gapmap.geo.DeclaredCrs;
import org.gapmap.imports.source.EncodingChoice.From;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class CsvSourceTest {
  private final Path folder;

  CsvSourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Rows csv(String text) throws IOException {
    return csv(text, StandardCharsets.UTF_8);
  }

  private Rows csv(String text, Charset charset) throws IOException {
    return Rows.of(Files.write(folder.resolve("a.csv"), text.getBytes(charset)));
  }

  private static Coordinate place(Rows rows, int index) {
    return rows.features().get(index).geometry().orElseThrow().getCoordinate();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "name,lon,lat! ",
        "名称;经度;纬度! ",
        "名称\t经度\t纬度! ",
        "name,Longitude,Latitude! ",
        "name,X,Y! ",
        "name,lon_gcj02,lat_gcj02!gcj02",
        "名称,高德经度,高德纬度!gcj02",
        "名称,经度（百度）,纬度（百度）! ",
        "名称,bd09_lng,bd09_lat!bd09",
        "name,WGS84_lng,WGS84_lat!wgs84",
        "name,经度(°),纬度(°)! ",
        "name,x坐标,y坐标! ",
      })
  void findsTheColumnsAndTheirHint(String heading, String hint) throws IOException {
    char separator = heading.contains(";") ? ';' : heading.contains("\t") ? '\t' : ',';
    Rows rows = csv(heading + "\n" + "食堂,121.5,31.2\n".replace(',', separator));
    assertThat(place(rows, 0)).isEqualTo(new Coordinate(121.5, 31.2));
    assertThat(rows.features().get(0).row()).isEqualTo(2);
    if (hint != null && !hint.isBlank()) {
      assertThat(rows.description().crs().map(DeclaredCrs::text)).contains(hint);
    }
  }

  @Test
  void prefersTheTruestOfSeveralPairs() throws IOException {
    Rows rows = csv("name,lon_gcj02,lat_gcj02,lon_wgs84,lat_wgs84\na,121.5,31.2,121.4,31.1\n");
    assertThat(place(rows, 0)).isEqualTo(new Coordinate(121.4, 31.1));
    assertThat(rows.description().crs().map(DeclaredCrs::from)).contains("lon_wgs84");
  }

  @Test
  void readsQuotesBreaksTitlesAndBlankLinesByRecordNumber() throws IOException {
    Rows rows = csv("老年食堂一览表,,\n名称,经度,纬度\n\"甲,\"\"乙\"\"\n丙\",121.5,31.2\n\n丁,121.6,31.3,\n");
    assertThat(rows.column("名称")).containsExactly("甲,\"乙\"\n丙", "丁");
    assertThat(rows.features()).extracting(SourceFeature::row).containsExactly(3, 5);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,VALID_UTF8", "GBK,GB18030_FALLBACK"})
  void decidesTheEncoding(String charset, From from) throws IOException {
    Rows rows = csv("名称,经度,纬度\n长者食堂,121.5,31.2\n", Charset.forName(charset));
    assertThat(rows.column("名称")).containsExactly("长者食堂");
    assertThat(rows.description().encoding().from()).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void followsAByteOrderMark(String charset) throws IOException {
    Rows rows = csv("\uFEFF名称,经度,纬度\n长者食堂,121.5,31.2\n", Charset.forName(charset));
    assertThat(rows.description().fieldNames()).containsExactly("名称", "经度", "纬度");
    assertThat(rows.description().encoding().from()).isEqualTo(From.BYTE_ORDER_MARK);
  }

  @Test
  void saysOfEveryRowWhyItHasNoPlace() throws IOException {
    Rows rows =
        csv(
            "名称,经度,纬度\n甲,,\n乙,121.5,\n丙,abc,31.2\n丁,0,0\n戊,NaN,31\n己,路1号,弄2,121.5,31.2\n庚,121.5,31.2\n");
    assertThat(rows.problemCodes())
        .containsExactly(
            "coordinate_missing",
            "coordinate_missing",
            "coordinate_not_a_number",
            "coordinate_zero",
            "coordinate_not_a_number",
            "cell_count");
    assertThat(rows.features()).hasSize(7);
    assertThat(place(rows, 6)).isEqualTo(new Coordinate(121.5, 31.2));
  }

  @Test
  void readsFullWidthDigitsAndTheDecimalCommaOfSemicolonFiles() throws IOException {
    Rows wide = csv("名称,经度,纬度\nA,１２１．５,31.2\n");
    assertThat(place(wide, 0)).isEqualTo(new Coordinate(121.5, 31.2));
    Rows semicolons = csv("名称;经度;纬度\nA;121,501;31,2\n");
    assertThat(place(semicolons, 0)).isEqualTo(new Coordinate(121.501, 31.2));
    // Here a comma parts thousands, or nobody knows what.
    Rows commas = csv("名称,X,Y\nA,\"643,000\",\"3,462,000\"\n");
    assertThat(commas.problemCodes()).containsExactly("coordinate_not_a_number");
  }

  @Test
  void aRowThatIsSwappedAloneIsReadTheRightWayAndSaysSo() throws IOException {
    Rows rows = csv("名称,经度,纬度\nA,121.5,31.2\nB,31.21,121.51\nC,121.52,31.22\n");
    assertThat(rows.warnings()).isEmpty();
    assertThat(rows.problemCodes()).containsExactly("coordinates_swapped");
    assertThat(place(rows, 1)).isEqualTo(new Coordinate(121.51, 31.21));
    assertThat(rows.description().sample().equals(new Envelope(121.5, 121.52, 31.2, 31.22)))
        .isTrue();
  }

  @Test
  void anEncodingThatTheBytesContradictIsSaid() throws IOException {
    Charset gbk = CharsetNames.GB18030;
    Path file = Files.write(folder.resolve("b.csv"), "名称,经度,纬度\n".getBytes(gbk));
    assertThatThrownBy(() -> Rows.of(file, "UTF-8"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("can't be read as UTF-8");
    Files.write(file, "name,lon,lat\n甲,121.5,31.2\n".getBytes(gbk));
    assertThat(Rows.of(file, "UTF-8").warningCodes()).containsExactly("encoding_contradicted");
  }

  @Test
  void readsSwappedColumnsTheOtherWayRoundAndSaysSo() throws IOException {
    Rows rows = csv("name,lon,lat\na,31.2,121.5\nb,31.3,121.6\n");
    assertThat(rows.warningCodes()).containsExactly("columns_swapped");
    assertThat(place(rows, 0)).isEqualTo(new Coordinate(121.5, 31.2));
    Rows northingFirst = csv("name,x,y\na,3450000,455000\n");
    assertThat(northingFirst.warningCodes()).containsExactly("columns_swapped");
    assertThat(place(northingFirst, 0)).isEqualTo(new Coordinate(455000, 3450000));
  }

  @Test
  void readsWktAndPairs() throws IOException {
    Rows wkt = csv("name;wkt\na;POLYGON((0 0,1 0,1 1,0 0))\nb;POLYGON((oops\n");
    assertThat(wkt.description().geometryType()).isEqualTo("polygon");
    assertThat(wkt.problemCodes()).containsExactly("wkt_unreadable");
    assertThat(place(csv("名称\t坐标\na\t121.5,31.2\n"), 0)).isEqualTo(new Coordinate(121.5, 31.2));
  }

  @Test
  void listsTheColumnsWhereNoneHoldsAPlace() {
    assertThatThrownBy(() -> csv("序号,电话\n1,5521\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("序号, 电话")
        .hasMessageContaining("经度");
  }

  @Test
  void tellsWhereAnUnclosedQuoteEndsTheFile() throws IOException {
    Rows rows = csv("name,lon,lat\na,121.5,31.2\n\"b,121.5,31.2\nc,121.5,31.2\n");
    assertThat(rows.column("name")).startsWith("a");
    assertThat(rows.warningCodes()).containsExactly("csv_broken_off");
    assertThat(rows.warnings().get(0).text().en()).contains("row 3");
  }

  /** 456 m from its road when read as WGS-84, on it when read as GCJ-02. */
  @Test
  void putsTheCanteenOnMiyunRoadWhereItIs() throws Exception {
    Rows rows = Rows.of(RealData.path("points/shanghai_elderly_canteens_gcj02.csv"));
    assertThat(rows.features()).hasSize(97);
    SourceDescription file = rows.description();
    assertThat(file.crs().map(DeclaredCrs::text)).contains("gcj02");
    SourceFeature canteen =
        rows.features().stream()
            .filter(f -> f.fields().toString().contains("密云路"))
            .findFirst()
            .orElseThrow();
    CrsChoice crs =
        CrsChoice.decide(Optional.empty(), file.crs(), file.sample(), true, file.fileName());
    Geometry raw = canteen.geometry().orElseThrow();
    assertThat(metresFromMiyunRoad(raw)).isCloseTo(456, within(3.0));
    assertThat(metresFromMiyunRoad(crs.transform().apply(raw))).isCloseTo(5, within(1.5));
  }

  /** On a plane of metres at 31.28° N; the road as OpenStreetMap has it. */
  private static double metresFromMiyunRoad(Geometry place) throws Exception {
    Document osm =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(RealData.path("osm/shanghai_tongji_2026.osm").toFile());
    Map<String, Coordinate> nodes = new HashMap<>();
    NodeList all = osm.getElementsByTagName("node");
    for (int i = 0; i < all.getLength(); i++) {
      Element node = (Element) all.item(i);
      nodes.put(
          node.getAttribute("id"),
          metres(
              Double.parseDouble(node.getAttribute("lon")),
              Double.parseDouble(node.getAttribute("lat"))));
    }
    GeometryFactory factory = new GeometryFactory();
    Geometry here = factory.createPoint(metres(place.getCoordinate().x, place.getCoordinate().y));
    double nearest = Double.MAX_VALUE;
    NodeList ways = osm.getElementsByTagName("way");
    for (int i = 0; i < ways.getLength(); i++) {
      Element way = (Element) ways.item(i);
      if (isMiyunRoad(way)) {
        NodeList refs = way.getElementsByTagName("nd");
        Coordinate[] line = new Coordinate[refs.getLength()];
        for (int n = 0; n < line.length; n++) {
          line[n] = Objects.requireNonNull(nodes.get(((Element) refs.item(n)).getAttribute("ref")));
        }
        nearest = Math.min(nearest, factory.createLineString(line).distance(here));
      }
    }
    return nearest;
  }

  private static boolean isMiyunRoad(Element way) {
    NodeList tags = way.getElementsByTagName("tag");
    for (int i = 0; i < tags.getLength(); i++) {
      Element tag = (Element) tags.item(i);
      if (tag.getAttribute("k").equals("name") && tag.getAttribute("v").equals("密云路")) {
        return true;
      }
    }
    return false;
  }

  private static Coordinate metres(double lon, double lat) {
    return new Coordinate((lon - 121.5) * 95_238, (lat - 31.28) * 110_870);
  }

  @Test
  void readsKindergartensWithLatitudeFirst() {
    Rows rows = Rows.of(RealData.path("points/shanghai_kindergartens_wgs84.csv"));
    assertThat(rows.features()).hasSize(2284);
    assertThat(place(rows, 0).x).isBetween(121.0, 122.0);
    assertThat(rows.warningCodes()).isEmpty();
    assertThat(rows.problemCodes()).isEmpty();
  }
}
