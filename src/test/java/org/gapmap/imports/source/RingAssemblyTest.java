package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Rings in as polygons of one ring each, WKT out; every case a way in which writers draw rings. */
final class RingAssemblyTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "hole drawn as it should be | POLYGON((0 0,0 9,9 9,9 0,0 0)) POLYGON((1 1,8 1,8 8,1 8,1 1))"
            + " | POLYGON((0 0,0 9,9 9,9 0,0 0),(1 1,8 1,8 8,1 8,1 1))",
        "hole drawn in the shell's direction | POLYGON((0 0,0 9,9 9,9 0,0 0))"
            + " POLYGON((1 1,1 8,8 8,8 1,1 1))"
            + " | POLYGON((0 0,0 9,9 9,9 0,0 0),(1 1,8 1,8 8,1 8,1 1))",
        "hole before its shell | POLYGON((1 1,8 1,8 8,1 8,1 1)) POLYGON((0 0,0 9,9 9,9 0,0 0))"
            + " | POLYGON((0 0,0 9,9 9,9 0,0 0),(1 1,8 1,8 8,1 8,1 1))",
        "two parts | POLYGON((0 0,0 1,1 1,1 0,0 0)) POLYGON((5 5,5 6,6 6,6 5,5 5))"
            + " | MULTIPOLYGON(((0 0,0 1,1 1,1 0,0 0)),((5 5,5 6,6 6,6 5,5 5)))",
        "island in a hole | POLYGON((0 0,0 9,9 9,9 0,0 0)) POLYGON((1 1,8 1,8 8,1 8,1 1))"
            + " POLYGON((4 4,4 5,5 5,5 4,4 4))"
            + " | MULTIPOLYGON(((0 0,0 9,9 9,9 0,0 0),(1 1,8 1,8 8,1 8,1 1)),((4 4,4 5,5 5,5 4,4 4)))",
        "hole that touches its shell | POLYGON((0 0,0 9,9 9,9 0,0 0)) POLYGON((0 0,5 2,2 5,0 0))"
            + " | POLYGON((0 0,0 9,9 9,9 0,0 0),(0 0,5 2,2 5,0 0))",
        "hole with all corners on its shell | POLYGON((0 0,0 9,9 9,9 0,0 0))"
            + " POLYGON((4 0,9 4,4 9,0 4,4 0))"
            + " | POLYGON((0 0,0 9,9 9,9 0,0 0),(4 0,9 4,4 9,0 4,4 0))",
        "parts that share an edge | POLYGON((0 0,0 9,9 9,9 0,0 0)) POLYGON((9 0,9 5,12 5,12 0,9 0))"
            + " | MULTIPOLYGON(((0 0,0 9,9 9,9 0,0 0)),((9 0,9 5,12 5,12 0,9 0)))",
        "the same ring twice | POLYGON((0 0,0 9,9 9,9 0,0 0)) POLYGON((9 9,9 0,0 0,0 9,9 9))"
            + " | POLYGON((0 0,0 9,9 9,9 0,0 0))",
        "parts that overlap a little | POLYGON((0 0,0 9,9 9,9 0,0 0))"
            + " POLYGON((8 8,8 12,12 12,12 8,8 8))"
            + " | MULTIPOLYGON(((0 0,0 9,9 9,9 0,0 0)),((8 8,8 12,12 12,12 8,8 8)))",
        "hole that pokes out of its shell | POLYGON((0 0,0 9,9 9,9 0,0 0))"
            + " POLYGON((5 5,10 6,6 8,4 8,4 6,5 5))"
            + " | POLYGON((0 0,0 9,9 9,9 0,0 0),(5 5,10 6,6 8,4 8,4 6,5 5))",
        "a figure of eight whose halves cancel out | POLYGON((0 0,2 2,2 0,0 2,0 0))"
            + " | POLYGON((0 0,2 2,2 0,0 2,0 0))",
        "a ring without area | POLYGON((0 0,0 9,9 9,9 0,0 0)) POLYGON((20 0,21 0,22 0,20 0))"
            + " | POLYGON((0 0,0 9,9 9,9 0,0 0))",
      })
  void assembles(String name, String rings, String expected) throws ParseException {
    GeometryFactory factory = new GeometryFactory();
    List<LinearRing> bag = new ArrayList<>();
    for (String ring : rings.split(" (?=POLYGON)")) {
      bag.add(((Polygon) new WKTReader(factory).read(ring)).getExteriorRing());
    }
    Geometry assembled = RingAssembly.assemble(bag, factory).orElseThrow();
    Geometry wanted = new WKTReader(factory).read(expected);
    assertThat(assembled.norm().equalsExact(wanted.norm())).as("%s", assembled).isTrue();
  }
}
