package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CrsChoice.DecidedBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

final class CrsChoiceTest {
  private static final Envelope SHANGHAI = new Envelope(121.4, 121.6, 31.1, 31.3);

  private static CrsChoice override(String crs, double x, double y) {
    return CrsChoice.decide(
        Optional.of(crs), Optional.empty(), new Envelope(new Coordinate(x, y)), false, "a.shp");
  }

  private static CrsChoice declared(String wkt, double x, double y) {
    return CrsChoice.decide(
        Optional.empty(),
        Optional.of(new DeclaredCrs(DeclaredCrs.Kind.WKT, wkt, "a.prj")),
        new Envelope(new Coordinate(x, y)),
        false,
        "a.shp");
  }

  private static CrsChoice undeclared(Envelope sample, boolean points) {
    return CrsChoice.decide(Optional.empty(), Optional.empty(), sample, points, "a.shp");
  }

  /** Expected values: gdaltransform 3.6.2 (PROJ), computed once by hand. 1e-8 degrees is 1 mm. */
  @ParameterizedTest
  @CsvSource({
    "4549, 598765.4, 3456789.1, 121.036601922748, 31.2286570826542",
    "4547, 412345.6, 2543210.9, 113.14513523325, 22.9857143863764",
    "4528, 40598765.4, 3456789.1, 121.036601922748, 31.2286570826542",
    "4525, 37456789.5, 3412345.6, 110.548350140733, 30.8311865705122",
    "4513, 25567890.1, 4400000, 75.7919238126122, 39.7313484440634",
    "4533, 45400000, 5200000, 133.68695217282, 46.9272816422159",
    "4534, 432100, 4100000, 74.236895188051, 37.0289851451066",
    "4554, 600000, 5200000, 136.31304782718, 46.9272816422159",
    "4491, 13600000, 4400000, 76.1664177927881, 39.7281895743871",
    "4501, 23400000, 5000000, 133.728875747624, 45.1283995625425",
    "4502, 600000, 4400000, 76.1664177927881, 39.7281895743871",
    "4512, 400000, 5000000, 133.728875747624, 45.1283995625425",
    "32651, 350000, 3450000, 121.425981044172, 31.1744287689362",
    "3857, 13520000, 3650000, 121.452226412959, 31.1327401201493",
  })
  void projectsAsProjDoes(int code, double x, double y, double lon, double lat) {
    double[] xy = {x, y};
    override("EPSG:" + code, x, y).transform().apply(xy, 1);
    assertThat(xy).containsExactly(new double[] {lon, lat}, within(1e-8));
  }

  /** Expected values: gdaltransform 3.6.2, computed once by hand. 2e-8 degrees is 2 mm. */
  @ParameterizedTest
  @CsvSource({
    "2326, 845000, 825000, 114.261653918688, 22.364133380023",
    "3415, 612345.6, 456789.1, 115.079427445837, 20.6057656829507",
    "3826, 302000, 2770000, 121.515308434597, 25.0372281903581",
  })
  void shiftsDatumsAsProjDoes(int code, double x, double y, double lon, double lat) {
    double[] xy = {x, y};
    override("EPSG:" + code, x, y).transform().apply(xy, 1);
    assertThat(xy).containsExactly(new double[] {lon, lat}, within(2e-8));
  }

  @Test
  void readsAnEsriPrjByItsParametersAndFindsItsCode() {
    CrsChoice choice =
        declared(esri("CGCS2000_3_Degree_GK_CM_120E", "China_2000", 120), 598765.4, 3456789.1);
    double[] xy = {598765.4, 3456789.1};
    choice.transform().apply(xy, 1);
    assertThat(xy).containsExactly(new double[] {121.036601922748, 31.2286570826542}, within(1e-8));
    assertThat(choice.epsg()).hasValue(4549);
    assertThat(choice.datum()).isEqualTo("CGCS2000");
    assertThat(choice.decidedBy()).isEqualTo(DecidedBy.DECLARED);
    assertThat(choice.sentence().en()).contains("a.prj declares").contains("less than a metre");
  }

  @Test
  void readsAnEsriPrjThatNoCodeFits() {
    double[] xy = {500000, 3456789.1};
    CrsChoice choice = declared(esri("Our_own_meridian", "China_2000", 121.4666667), xy[0], xy[1]);
    choice.transform().apply(xy, 1);
    assertThat(xy[0]).isCloseTo(121.4666667, within(1e-9));
    assertThat(choice.epsg()).isEmpty();
  }

  @Test
  void ignoresTheAxisOrderOfTheTextAsEveryWriterOfShapefilesDoes() {
    String wkt =
        esri("Northing first", "China_2000", 120)
            .replace(
                "UNIT[\"Meter\",1.0]]", "UNIT[\"Meter\",1.0],AXIS[\"X\",NORTH],AXIS[\"Y\",EAST]]");
    double[] xy = {598765.4, 3456789.1};
    declared(wkt, xy[0], xy[1]).transform().apply(xy, 1);
    assertThat(xy).containsExactly(new double[] {121.036601922748, 31.2286570826542}, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"New_Beijing, New Beijing", "Xian_1980, Xi'an 1980"})
  void refusesDatumsWhoseShiftIsNotPublic(String datum, String name) {
    assertThatThrownBy(() -> declared(esri("GK", datum, 120), 598765.4, 3456789.1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(name)
        .hasMessageContaining("not public")
        .hasMessageContaining("100 m")
        .hasMessageContaining("EPSG:4549");
  }

  /** GeoTools' own operation puts it 60 m off. */
  @Test
  void shiftsHongKongByPrjAsByCode() {
    double[] xy = {845000, 825000};
    CrsChoice choice =
        declared(
            "PROJCS[\"Hong_Kong_1980_Grid\",GEOGCS[\"GCS_Hong_Kong_1980\",DATUM[\"D_Hong_Kong_1980\",SPHEROID[\"International_1924\",6378388.0,297.0]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",836694.05],PARAMETER[\"False_Northing\",819069.8],PARAMETER[\"Central_Meridian\",114.178555555556],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",22.3121333333333],UNIT[\"Meter\",1.0]]",
            xy[0],
            xy[1]);
    choice.transform().apply(xy, 1);
    assertThat(xy).containsExactly(new double[] {114.261653918688, 22.364133380023}, within(2e-8));
    assertThat(choice.sentence().en()).contains("EPSG:1825");
  }

  @Test
  void refusesADatumWhoseShiftDependsOnTheRegion() {
    assertThatThrownBy(() -> override("EPSG:4301", 139.7, 35.7))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Tokyo");
  }

  @Test
  void refusesThemByCodeToo() {
    assertThatThrownBy(() -> override("EPSG:2385", 598765.4, 3456789.1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Xi'an 1980");
  }

  @Test
  void takesParametersThatTheTextBrings() {
    String wkt =
        esri("GK", "Xian_1980", 120)
            .replace("298.257222101]]", "298.257222101],TOWGS84[100,50,20,0,0,0,0]]");
    double[] shifted = {598765.4, 3456789.1};
    CrsChoice choice = declared(wkt, shifted[0], shifted[1]);
    choice.transform().apply(shifted, 1);
    double metresEast = (shifted[0] - 121.036601922748) * 95_000;
    // At 121° E an x shift of 100 m moves a place by -sin(lon) * 100 and a y shift by cos(lon) *
    // 50.
    assertThat(metresEast).isCloseTo(-100 * 0.857 + 50 * -0.515, within(2.0));
    assertThat(choice.sentence().en()).contains("TOWGS84");
  }

  @Test
  void doesNotTakeZerosForParameters() {
    String wkt =
        esri("GK", "Xian_1980", 120)
            .replace("298.257222101]]", "298.257222101],TOWGS84[0,0,0,0,0,0,0]]");
    assertThatThrownBy(() -> declared(wkt, 598765.4, 3456789.1)).hasMessageContaining("Xi'an 1980");
  }

  @Test
  void refusesADatumNobodyKnows() {
    assertThatThrownBy(() -> declared(esri("City grid", "Our_City_1987", 120), 500000, 3456789.1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Our_City_1987")
        .hasMessageContaining("TOWGS84");
  }

  @ParameterizedTest
  @CsvSource({
    "'<!DOCTYPE html><html><body>404</body></html>', web page",
    "'not a system', understood"
  })
  void refusesAPrjThatIsNone(String text, String reason) {
    assertThatThrownBy(() -> declared(text, 121.4, 31.2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.prj")
        .hasMessageContaining(reason)
        .hasMessageContaining("--crs");
  }

  @Test
  void theUsersWordWinsOverAPrjThatIsNone() {
    CrsChoice choice =
        CrsChoice.decide(
            Optional.of("cgcs2000"),
            Optional.of(new DeclaredCrs(DeclaredCrs.Kind.WKT, "<html>", "a.prj")),
            SHANGHAI,
            false,
            "a.shp");
    assertThat(choice.epsg()).hasValue(4490);
    assertThat(choice.decidedBy()).isEqualTo(DecidedBy.OVERRIDE);
  }

  @Test
  void takesUndeclaredDegreesForCgcs2000AndWarns() {
    CrsChoice areas = undeclared(SHANGHAI, false);
    assertThat(areas.epsg()).hasValue(4490);
    assertThat(areas.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.en()).contains("assumed"));
    CrsChoice points = undeclared(SHANGHAI, true);
    assertThat(points.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.en()).contains("GCJ-02").contains("300 to 1,400 m"));
  }

  @ParameterizedTest
  @CsvSource({
    "40450000, 40470000, 3440000, 3460000, EPSG:4528",
    "21450000, 21470000, 3440000, 3460000, EPSG:4499",
    "450000, 470000, 3440000, 3460000, EPSG:4547",
    "3440000, 3460000, 450000, 470000, northing first",
    "31.1, 31.3, 121.4, 121.6, wrong order",
    "13510000, 13530000, 3640000, 3660000, EPSG:3857",
    "-12000, 9000, -8000, 11000, local grid",
    "0, 12, 0, 9, local grid",
  })
  void saysWhatUndeclaredNumbersLookLike(
      double minX, double maxX, double minY, double maxY, String hint) {
    assertThatThrownBy(() -> undeclared(new Envelope(minX, maxX, minY, maxY), true))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.shp")
        .hasMessageContaining(hint);
  }

  @Test
  void refusesNumbersThatCannotBeInTheDeclaredSystem() {
    assertThatThrownBy(() -> override("EPSG:4549", 40450000, 3450000))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("EPSG:4528");
    assertThatThrownBy(() -> override("cgcs2000", 450000, 3450000))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Gauss-Kruger");
    assertThatThrownBy(() -> override("EPSG:4549", 121.5, 31.2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("degrees");
  }

  @Test
  void namesAnUnknownCodeOrName() {
    assertThatThrownBy(() -> override("EPSG:99999", 1, 1)).hasMessageContaining("EPSG:99999");
    assertThatThrownBy(() -> override("mars", 1, 1)).hasMessageContaining("gcj02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcj02", "GCJ-02", "bd09", "BD-09"})
  void unshiftsWebMaps(String name) {
    double[] p = {121.5, 31.2};
    double[] shifted = p.clone();
    if (name.toLowerCase(Locale.ROOT).startsWith("bd")) {
      ChinaShift.wgs84ToBd09(shifted, 1);
    } else {
      ChinaShift.wgs84ToGcj02(shifted, 1);
    }
    override(name, 121.5, 31.2).transform().apply(shifted, 1);
    assertThat(shifted).containsExactly(p, within(1e-8));
  }

  @Test
  void followsAColumnsNameAndSaysSo() {
    CrsChoice choice =
        CrsChoice.decide(
            Optional.empty(),
            Optional.of(new DeclaredCrs(DeclaredCrs.Kind.COLUMN_HINT, "gcj02", "lon_gcj02")),
            SHANGHAI,
            true,
            "a.csv");
    assertThat(choice.datum()).isEqualTo("GCJ-02");
    assertThat(choice.decidedBy()).isEqualTo(DecidedBy.COLUMN_HINT);
    assertThat(choice.warnings()).hasSize(1);
  }

  @Test
  void transformsGeometriesWithoutTouchingTheOriginal() {
    GeometryFactory factory = new GeometryFactory();
    var square = factory.toGeometry(new Envelope(598000, 599000, 3456000, 3457000));
    var moved = override("EPSG:4549", 598765.4, 3456789.1).transform().apply(square);
    assertThat(square.getEnvelopeInternal().getMinX()).isEqualTo(598000);
    assertThat(moved.getEnvelopeInternal().getMinX()).isBetween(121.0, 121.1);
    assertThat(moved.getNumPoints()).isEqualTo(5);
  }

  @Test
  void refusesACoordinateThatHasNoPlace() {
    CrsChoice choice = override("cgcs2000", 121.5, 31.2);
    assertThatThrownBy(() -> choice.transform().apply(new double[] {121.5, 131.2}, 1))
        .isInstanceOf(CoordinateOutOfRange.class);
  }

  private static String esri(String name, String datum, double meridian) {
    return "PROJCS[\"%s\",GEOGCS[\"GCS\",DATUM[\"D_%s\",SPHEROID[\"S\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",%s],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]"
        .formatted(name, datum, meridian);
  }
}
