package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.gapmap.domain.LayerType;
import org.gapmap.geo.CoordinateOutOfRange;
import org.gapmap.geo.CrsTransform;
import org.gapmap.geo.LocalPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapeCheckTest {
  private static final CrsTransform DEGREES = (xy, points) -> {};

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bow tie        | POLYGON ((120 30, 120.01 30.01, 120.01 30, 120 30.01, 120 30)) | MULTIPOLYGON (((120.005 30.005, 120 30, 120 30.01, 120.005 30.005)), ((120.01 30, 120.005 30.005, 120.01 30.01, 120.01 30)))",
        "overlap        | MULTIPOLYGON (((120 30, 120.02 30, 120.02 30.01, 120 30.01, 120 30)), ((120.01 30, 120.03 30, 120.03 30.01, 120.01 30.01, 120.01 30))) | MULTIPOLYGON (((120 30, 120 30.01, 120.03 30.01, 120.03 30, 120 30)))",
        "spike          | POLYGON ((120 30, 120.01 30, 120.02 30, 120.01 30, 120.01 30.01, 120 30.01, 120 30)) | MULTIPOLYGON (((120 30, 120 30.01, 120.01 30.01, 120.01 30, 120 30)))",
        "hole outside   | POLYGON ((120 30, 120.01 30, 120.01 30.01, 120 30.01, 120 30), (120.02 30, 120.03 30, 120.03 30.01, 120.02 30)) | MULTIPOLYGON (((120 30, 120 30.01, 120.01 30.01, 120.01 30, 120 30)), ((120.02 30, 120.03 30.01, 120.03 30, 120.02 30)))",
        "touching inner | POLYGON ((120 30, 120.03 30, 120.03 30.03, 120.015 30.03, 120.02 30.015, 120.01 30.015, 120.015 30.03, 120 30.03, 120 30)) | MULTIPOLYGON (((120 30, 120.03 30, 120.03 30.03, 120.015 30.03, 120 30.03, 120 30), (120.015 30.03, 120.02 30.015, 120.01 30.015, 120.015 30.03)))",
      })
  void invalidPolygonsAreRepairedByTheirStructure(String error, String wkt, String expected) {
    ShapeCheck.Checked checked = check(LayerType.COMMUNITIES, wkt);

    Geometry shape = checked.shape().orElseThrow();
    assertThat(shape.isValid()).as(error).isTrue();
    assertThat(shape.symDifference(read(expected)).getArea()).as(error).isLessThan(1e-15);
    assertThat(checked.issues()).extracting(ImportIssue::code).containsExactly("invalid_repaired");
  }

  @Test
  void postgisRepairsThemAlike() {
    try (ImportWorld world = new ImportWorld()) {
      for (String wkt :
          new String[] {
            "POLYGON ((120 30, 120.01 30.01, 120.01 30, 120 30.01, 120 30))",
            "MULTIPOLYGON (((120 30, 120.02 30, 120.02 30.01, 120 30.01, 120 30)),"
                + " ((120.01 30, 120.03 30, 120.03 30.01, 120.01 30.01, 120.01 30)))",
            "POLYGON ((120 30, 120.01 30, 120.01 30.01, 120 30.01, 120 30),"
                + " (120.02 30, 120.03 30, 120.03 30.01, 120.02 30))",
            "POLYGON ((120 30, 120.03 30, 120.03 30.03, 120.015 30.03, 120.02 30.015,"
                + " 120.01 30.015, 120.015 30.03, 120 30.03, 120 30))",
          }) {
        String ours = check(LayerType.COMMUNITIES, wkt).shape().orElseThrow().toText();
        assertThat(
                world.number(
                    "SELECT ST_Area(ST_SymDifference('"
                        + ours
                        + "'::geometry, ST_MakeValid('"
                        + wkt
                        + "'::geometry, 'method=structure keepcollapsed=false')))"))
            .as(wkt)
            .isLessThan(1e-15);
      }
    }
  }

  @Test
  void theChangeOfAreaIsToldInSquareMetres() {
    ShapeCheck check = new ShapeCheck(LayerType.COMMUNITIES, DEGREES);
    ShapeCheck.Checked checked =
        check.check(
            7,
            read(
                "MULTIPOLYGON (((120 30, 120.02 30, 120.02 30.01, 120 30.01, 120 30)),"
                    + " ((120.01 30, 120.03 30, 120.03 30.01, 120.01 30.01, 120.01 30)))"));

    double shared = geodesicSqm(120.01, 30, 120.02, 30.01);
    assertThat(check.changedSqm()).isCloseTo(shared, withinPercentage(0.01));
    assertThat(checked.issues().get(0).row()).isEqualTo(7);
    assertThat(checked.issues().get(0).detail())
        .matches("\\d+\\.\\d -> \\d+\\.\\d m2 \\(-10\\d{5}\\.\\d\\)");
  }

  @Test
  void leftoversOfARepairAreDroppedAndTold() {
    // A bow tie whose second lobe is about 0.5 m wide and 0.5 m high.
    ShapeCheck.Checked checked =
        check(
            LayerType.COMMUNITIES,
            "POLYGON ((120 30, 120.010005 30.005, 120.010005 30.004995, 120 30.01, 120 30))");

    assertThat(checked.shape().orElseThrow().getNumGeometries()).isEqualTo(1);
    assertThat(checked.issues())
        .extracting(ImportIssue::code)
        .containsExactly("invalid_repaired", "leftovers_dropped");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COMMUNITIES | POINT (120 30)                       | wrong_geometry",
        "COMMUNITIES | LINESTRING (120 30, 121 30)          | wrong_geometry",
        "STREETS     | POLYGON ((120 30, 121 30, 121 31, 120 30)) | wrong_geometry",
        "FACILITIES  | LINESTRING (120 30, 121 30)          | wrong_geometry",
        "FACILITIES  | MULTIPOINT ((120 30), (121 30))      | several_points",
        "FACILITIES  | POINT (0 0)                          | outside_world",
        "FACILITIES  | POINT (30 120)                       | outside_world",
        "FACILITIES  | POINT (181 30)                       | outside_world",
        "COMMUNITIES | POLYGON ((120 30, 121 30, 121 91, 120 30)) | outside_world",
        "COMMUNITIES | POLYGON ((120 30, 121 30, 120 30, 120 30)) | beyond_repair",
        "STREETS     | LINESTRING (120 30, 120 30)          | beyond_repair",
      })
  void whatCannotBeUsedIsRefusedWithItsReason(LayerType type, String wkt, String code) {
    ShapeCheck.Checked checked = check(type, wkt);

    assertThat(checked.shape()).isEmpty();
    assertThat(checked.issues()).hasSize(1);
    assertThat(checked.issues().get(0).code()).isEqualTo(code);
    assertThat(checked.issues().get(0).severity()).isEqualTo(ImportIssue.Severity.REFUSED);
  }

  @Test
  void coordinatesThatTheSystemCannotHoldAreOutsideTheWorld() {
    CrsTransform narrow =
        (xy, points) -> {
          throw new CoordinateOutOfRange("too far");
        };

    assertThat(
            new ShapeCheck(LayerType.FACILITIES, narrow).check(1, read("POINT (1e9 5)")).issues())
        .extracting(ImportIssue::code)
        .containsExactly("outside_world");
  }

  @Test
  void validShapesComeThroughAsTheyAre() {
    String holed =
        "POLYGON ((120 30, 120.03 30, 120.03 30.03, 120 30.03, 120 30),"
            + " (120.01 30.01, 120.01 30.02, 120.02 30.02, 120.02 30.01, 120.01 30.01))";
    ShapeCheck.Checked checked = check(LayerType.AREAS, holed);

    assertThat(checked.issues()).isEmpty();
    assertThat(checked.shape().orElseThrow().getGeometryType()).isEqualTo("MultiPolygon");
    assertThat(checked.shape().orElseThrow().getGeometryN(0).toText()).isEqualTo(holed);
    assertThat(check(LayerType.FACILITIES, "MULTIPOINT ((120 30))").shape().orElseThrow().toText())
        .isEqualTo("POINT (120 30)");
    assertThat(
            check(LayerType.STREETS, "LINESTRING (120 30, 121 30)").shape().orElseThrow().toText())
        .isEqualTo("MULTILINESTRING ((120 30, 121 30))");
  }

  @Test
  void areasAreThoseOnTheGround() {
    double area =
        GroundArea.sqm(
            LocalPlane.at(121.005, 31.005),
            read("POLYGON ((121 31, 121.01 31, 121.01 31.01, 121 31.01, 121 31))"));

    assertThat(area).isCloseTo(geodesicSqm(121, 31, 121.01, 31.01), withinPercentage(0.001));
  }

  private static ShapeCheck.Checked check(LayerType type, String wkt) {
    return new ShapeCheck(type, DEGREES).check(1, read(wkt));
  }

  /** GeographicLib's area of a box whose sides are geodesics. */
  private static double geodesicSqm(double west, double south, double east, double north) {
    PolygonArea box = new PolygonArea(Geodesic.WGS84, false);
    box.AddPoint(south, west);
    box.AddPoint(south, east);
    box.AddPoint(north, east);
    box.AddPoint(north, west);
    return Math.abs(box.Compute().area);
  }

  private static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
