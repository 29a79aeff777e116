package org.gapmap.imports.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import org.gapmap.domain.LayerType;

/**
 * Damaged files without end, each told by its number: a sound little file of every format that is
 * read, of which one part was flipped, cut, doubled, or had a length replaced by an extreme one.
 */
public final class FuzzCases {
  private static final Charset GBK = Charset.forName("GBK");
  private static final long SEED = 20_261_122;

  private static final int[] EXTREMES = {
    0,
    1,
    -1,
    2,
    100,
    9994,
    0x7F,
    0xFF,
    0x7FFF,
    0xFFFF,
    0x10000,
    1 << 20,
    1 << 24,
    1 << 28,
    1 << 30,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE - 8,
    Integer.MAX_VALUE / 2,
    -100
  };

  private static final String[] SCRAPS = {
    "\"",
    ",",
    "\n",
    "\r",
    "\0",
    "<",
    ">",
    "&",
    "'",
    "{",
    "}",
    "[",
    "]",
    ":",
    "-",
    "e999",
    "NaN",
    "Infinity",
    "1e308",
    "-1e308",
    "9223372036854775808",
    "<node/>",
    "</osm>",
    "<!DOCTYPE a>",
    "&a;",
    "<![CDATA[",
    "\uFEFF",
    "\uFFFF",
    "POLYGON((",
    "EMPTY",
    "null",
    "GEOGCS[",
    "]]]]]]]",
    "\t",
    "；"
  };

  /** A file that is opened, and what lies beside it. */
  private record Fixture(String name, String open, LayerType type, Map<String, byte[]> files) {}

  /**
   * One case.
   *
   * @param told what was done to which file
   */
  public record Case(
      long number, String told, String open, LayerType type, Map<String, byte[]> files) {
    /** Writes its files; what lay in the folder is gone. */
    public Path write(Path folder) {
      try {
        try (var old = Files.list(folder)) {
          for (Path file : old.toList()) {
            Files.delete(file);
          }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder.resolve(open);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final List<Fixture> fixtures = new ArrayList<>();

  public FuzzCases() {
    shapefiles();
    fixtures.add(one("list.csv", LayerType.FACILITIES, csv().getBytes(GBK)));
    fixtures.add(one("wkt.csv", LayerType.FACILITIES, wkt().getBytes(StandardCharsets.UTF_8)));
    fixtures.add(one("list.geojson", LayerType.FACILITIES, utf8(geoJson())));
    byte[] osm = utf8(city().toString());
    for (LayerType type : List.of(LayerType.FACILITIES, LayerType.COMMUNITIES, LayerType.STREETS)) {
      fixtures.add(one("city.osm", type, osm));
      fixtures.add(one("city.osm.pbf", type, PbfText.city(true)));
    }
    fixtures.add(one("city.osm.gz", LayerType.COMMUNITIES, OsmText.gzip(osm)));
    fixtures.add(one("raw.osm.pbf", LayerType.COMMUNITIES, PbfText.city(false)));
  }

  private void shapefiles() {
    byte[][] areas = {
      ShapefileFixture.polygon(ShapefileFixture.square(121.4, 31.2, 0.01, true)),
      ShapefileFixture.polygon(
          ShapefileFixture.square(121.5, 31.2, 0.01, true),
          ShapefileFixture.square(121.502, 31.202, 0.002, false)),
      ShapefileFixture.polygon(ShapefileFixture.square(121.6, 31.3, 0.01, true)),
    };
    byte[][] points = {
      ShapefileFixture.point(121.4, 31.2),
      ShapefileFixture.point(121.5, 31.2),
      ShapefileFixture.point(121.6, 31.3)
    };
    fixtures.add(shapefile("areas", LayerType.COMMUNITIES, 5, areas));
    fixtures.add(shapefile("points", LayerType.FACILITIES, 1, points));
    Fixture whole = shapefile("packed", LayerType.COMMUNITIES, 5, areas);
    fixtures.add(one("packed.zip", LayerType.COMMUNITIES, zip(whole.files)));
  }

  private static Fixture shapefile(String name, LayerType type, int code, byte[]... contents) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(name + ".shp", ShapefileFixture.shp(code, contents));
    files.put(name + ".shx", ShapefileFixture.shx(code, contents));
    files.put(
        name + ".dbf",
        ShapefileFixture.dbf(
            0x4D,
            List.of(
                new ShapefileFixture.Column("XQMC", 'C', 20),
                new ShapefileFixture.Column("HS", 'N', 9),
                new ShapefileFixture.Column("JZND", 'D', 8),
                new ShapefileFixture.Column("NOTE", 'M', 10)),
            List.of(
                ShapefileFixture.row(GBK, "同济新村", "1200", "19550101", ""),
                ShapefileFixture.row(GBK, "密云小区", "800", "19800101", ""),
                ShapefileFixture.row(GBK, "玉田新村", "950", "19850101", ""))));
    files.put(
        name + ".prj",
        utf8(
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"));
    files.put(name + ".cpg", utf8("GBK"));
    return new Fixture(name, name + ".shp", type, files);
  }

  private static Fixture one(String name, LayerType type, byte[] bytes) {
    return new Fixture(name + "/" + type, name, type, Map.of(name, bytes));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new java.util.zip.ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static String csv() {
    return """
        名称,经度,纬度,餐位,备注
        "四平社区食堂",121.5012,31.2765,120,"每日 11:00, 17:00"
        大桥长者食堂,121.5432,31.2650,约80位,
        "江浦""助餐点""\",121.5301,31.2571,40,无
        """;
  }

  private static String wkt() {
    return """
        name,wkt
        a,POINT (121.5 31.2)
        b,"POLYGON ((121.5 31.2, 121.6 31.2, 121.6 31.3, 121.5 31.2))"
        c,"MULTIPOINT ((121.5 31.2))"
        """;
  }

  private static String geoJson() {
    return """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"四平","seats":120},"geometry":{"type":"Point","coordinates":[121.5,31.2]}},
        {"type":"Feature","properties":{"name":null},"geometry":{"type":"Polygon","coordinates":[[[121.5,31.2],[121.6,31.2],[121.6,31.3],[121.5,31.2]]]}}
        ]}
        """;
  }

  private static OsmText city() {
    return new OsmText()
        .square(1, 121.5, 31.2, 0.001)
        .square(11, 121.5002, 31.2002, 0.0002)
        .node(30, 121.51, 31.21, "amenity=kindergarten", "name=同济幼儿园")
        .node(31, 121.52, 31.21, "leisure=fitness_station", "access=private")
        .way(1, OsmText.ring(1), "landuse=residential", "name=同济新村")
        .way(2, new long[] {1, 2, 3})
        .way(3, new long[] {3, 4, 1})
        .way(4, OsmText.ring(11))
        .way(5, new long[] {1, 3, 30, 31}, "highway=residential", "name=密云路")
        .relation(6, "outer:2 outer:3 inner:4", "type=multipolygon", "landuse=residential");
  }

  /** The case of a number: always the same. */
  public Case get(long number) {
    SplittableRandom random = new SplittableRandom(SEED + number);
    Fixture fixture = fixtures.get(random.nextInt(fixtures.size()));
    Map<String, byte[]> files = new LinkedHashMap<>(fixture.files);
    StringBuilder told = new StringBuilder(fixture.name);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      List<String> names = new ArrayList<>(files.keySet());
      names.sort(null);
      String name = names.get(random.nextInt(names.size()));
      byte[] before = files.getOrDefault(name, new byte[0]);
      if (random.nextInt(40) == 0 && files.size() > 1 && !name.equals(fixture.open)) {
        files.remove(name);
        told.append(" | without ").append(name);
      } else {
        files.put(name, mutate(before, random, told.append(" | ").append(name)));
      }
    }
    return new Case(number, told.toString(), fixture.open, fixture.type, files);
  }

  private static byte[] mutate(byte[] before, SplittableRandom random, StringBuilder told) {
    byte[] bytes = before.clone();
    int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
    int how = random.nextInt(10);
    told.append(" #").append(how).append('@').append(at).append('+').append(length);
    switch (how) {
      case 0, 1 -> {
        for (int i = 1 + random.nextInt(8); i > 0 && bytes.length > 0; i--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
      }
      case 2, 3 -> {
        return extreme(bytes, at, random);
      }
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 5 -> {
        return splice(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
      }
      case 6 -> {
        return splice(bytes, at, at + length, new byte[0]);
      }
      case 7 -> {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return splice(bytes, at, at + length, noise);
      }
      case 8 -> {
        return splice(bytes, at, at, utf8(SCRAPS[random.nextInt(SCRAPS.length)]));
      }
      default -> {
        byte fill = (byte) (random.nextBoolean() ? 0 : 0xFF);
        Arrays.fill(bytes, at, at + length, fill);
        return bytes;
      }
    }
  }

  /** A number where a length may stand, in either order of bytes, or a coordinate that is none. */
  private static byte[] extreme(byte[] bytes, int at, SplittableRandom random) {
    if (bytes.length < 8) {
      return bytes;
    }
    // Headers hold the lengths: half of the hits go to the first hundred bytes.
    int from = random.nextBoolean() ? at : random.nextInt(Math.min(bytes.length, 128));
    int aligned = Math.min(bytes.length - 8, from & ~3);
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes)
            .order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    switch (random.nextInt(4)) {
      case 0 -> buffer.putShort(aligned, (short) EXTREMES[random.nextInt(EXTREMES.length)]);
      case 1 ->
          buffer.putDouble(
              aligned,
              new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e308, -1e39, 0}
                  [random.nextInt(5)]);
      default -> buffer.putInt(aligned, EXTREMES[random.nextInt(EXTREMES.length)]);
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] between) {
    return ShapefileFixture.concat(
        ShapefileFixture.concat(Arrays.copyOf(bytes, from), between),
        Arrays.copyOfRange(bytes, to, bytes.length));
  }

  static byte[] zlib(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[bytes.length + 100];
    int n = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, n);
  }
}
