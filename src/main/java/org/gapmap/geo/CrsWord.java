package org.gapmap.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.geo.ControlFit.ControlPoint;
import org.gapmap.geo.CoordinateSystems.Resolved;
import org.locationtech.jts.geom.Envelope;

/**
 * What may be said after {@code --crs} and in a spec's {@code crs}: {@code EPSG:n}, {@code gcj02},
 * {@code bd09}, {@code wgs84}, {@code cgcs2000}; {@code gcj02twice} and {@code gcj02undone} for
 * points that somebody shifted, or shifted back, once too often; {@code xian80} or {@code
 * xian80:EPSG:n}, read as if they were CGCS2000; {@code fit:x,y,lon,lat;...}; and {@code swapped:}
 * before any of them, for y before x.
 *
 * @param swapped whether x and y change places first
 * @param fit where control points were given
 */
record CrsWord(
    Resolved system, boolean swapped, Optional<ControlFit> fit, List<LocalizedText> warnings) {
  private static final String SWAPPED = "swapped:";
  private static final String FIT = "fit:";
  private static final String XIAN80 = "xian80";
  private static final int MOST_POINTS = 1_000;

  /** EPSG's codes of Xi'an 1980, 2327 to 2390, stand in the order of CGCS2000's, 4491 to 4554. */
  private static final int XIAN80_FIRST = 2327;

  private static final int XIAN80_LAST = 2390;
  private static final int CGCS2000_FIRST = 4491;

  static final LocalizedText XIAN80_WARNING =
      new LocalizedText(
          "西安 80 坐标按 CGCS2000 直接使用：两者之间没有公开的转换参数，位置会偏差几十米，有的地方超过 100 米；"
              + "请用控制点（fit:）或向测绘部门索取 CGCS2000 成果",
          "Xi'an 1980 was read as if it were CGCS2000: no shift between them is public, so places"
              + " are tens of metres off, here and there more than 100 m; give control points (fit:)"
              + " or ask the survey office for CGCS2000");

  CrsWord {
    warnings = List.copyOf(warnings);
  }

  /**
   * @param declared what the file says, for {@code xian80} alone
   * @param sample bounds of the file's numbers
   * @throws UserError where the word means nothing
   */
  static CrsWord of(String word, Optional<DeclaredCrs> declared, Envelope sample) {
    String bare = word.strip();
    if (bare.toLowerCase(Locale.ROOT).startsWith(SWAPPED)) {
      Envelope turned =
          sample.isNull()
              ? sample
              : new Envelope(
                  sample.getMinY(), sample.getMaxY(), sample.getMinX(), sample.getMaxX());
      CrsWord inner = of(bare.substring(SWAPPED.length()), declared, turned);
      if (inner.swapped || inner.fit.isPresent()) {
        throw new UserError(
            "swapped: can't stand before '" + bare.substring(SWAPPED.length()) + "'",
            "--crs",
            "say it once; control points find swapped axes by themselves");
      }
      return new CrsWord(swapped(inner.system), true, inner.fit, inner.warnings);
    }
    if (bare.toLowerCase(Locale.ROOT).startsWith(FIT)) {
      return fitted(bare.substring(FIT.length()), sample);
    }
    String plain = bare.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    if (plain.equals(XIAN80) || plain.startsWith(XIAN80 + ":")) {
      return xian80(plain.substring(XIAN80.length()), declared, sample);
    }
    return new CrsWord(named(bare, plain), false, Optional.empty(), List.of());
  }

  private static Resolved named(String word, String plain) {
    return switch (plain) {
      case "gcj02", "gcj" -> shifted("GCJ-02", (p, n) -> ChinaShift.gcj02ToWgs84(p, n));
      case "bd09", "bd09ll" -> shifted("BD-09", (p, n) -> ChinaShift.bd09ToWgs84(p, n));
      case "gcj02twice" -> shifted("GCJ-02, applied twice", WebMapShift.Reading.GCJ02_TWICE::apply);
      case "gcj02undone" ->
          shifted("GCJ-02, undone in error", WebMapShift.Reading.GCJ02_UNDONE::apply);
      case "wgs84" -> CoordinateSystems.ofEpsg(4326, "--crs");
      case "cgcs2000" -> CoordinateSystems.ofEpsg(4490, "--crs");
      default -> {
        if (!plain.matches("(epsg:)?[0-9]{4,6}")) {
          throw new UserError(
              "no coordinate system is called '" + word + "'",
              "--crs",
              "use EPSG:n, gcj02, bd09, wgs84, cgcs2000, xian80, swapped:EPSG:n or"
                  + " fit:x,y,lon,lat;x,y,lon,lat;...");
        }
        yield CoordinateSystems.ofEpsg(code(plain), "--crs");
      }
    };
  }

  private static int code(String plain) {
    return Integer.parseInt(plain.replace("epsg:", ""));
  }

  private static Resolved shifted(String name, CrsTransform unshift) {
    Degrees degrees = new Degrees(name);
    CrsTransform transform =
        (p, n) -> {
          degrees.apply(p, n);
          unshift.apply(p, n);
        };
    return new Resolved(
        transform,
        name,
        OptionalInt.empty(),
        name,
        new LocalizedText(
            "按公开公式还原为 WGS-84，以 EPSG:4326 存储",
            "shifted back to WGS-84 by the public formula, stored as EPSG:4326"),
        true,
        Optional.empty());
  }

  private static Resolved swapped(Resolved system) {
    CrsTransform transform =
        (xy, n) -> {
          for (int i = 0; i < 2 * n; i += 2) {
            double x = xy[i];
            xy[i] = xy[i + 1];
            xy[i + 1] = x;
          }
          system.transform().apply(xy, n);
        };
    return new Resolved(
        transform,
        system.name(),
        system.epsg(),
        system.datum(),
        new LocalizedText(
            "x、y 两列已对调；" + system.datumNote().zh(),
            "x and y change places; " + system.datumNote().en()),
        system.geographic(),
        system.gaussKruger());
  }

  private static CrsWord xian80(String said, Optional<DeclaredCrs> declared, Envelope sample) {
    String number = said.replace(":", "").replace("epsg", "");
    if (!number.isEmpty() && !number.matches("[0-9]{4}")) {
      throw new UserError(
          "'" + said + "' is no zone of Xi'an 1980", "--crs", "say xian80:EPSG:4549, for 120 E");
    }
    int code = number.isEmpty() ? twin(declared, sample) : Integer.parseInt(number);
    if (code >= XIAN80_FIRST && code <= XIAN80_LAST) {
      code += CGCS2000_FIRST - XIAN80_FIRST;
    }
    if (code != 4490 && ChinaZones.ofEpsg(code).isEmpty()) {
      code = code == 4610 ? 4490 : -1;
    }
    if (code < 0) {
      throw new UserError(
          "nothing says which zone of Xi'an 1980 the file is in",
          "--crs",
          "say xian80:EPSG:n with the code of the same zone of CGCS2000, like xian80:EPSG:4549");
    }
    Resolved zone = CoordinateSystems.ofEpsg(code, "--crs");
    Resolved system =
        new Resolved(
            zone.transform(),
            zone.name().replace("CGCS2000", "Xi'an 1980 read as CGCS2000"),
            OptionalInt.empty(),
            "Xi'an 1980",
            new LocalizedText("未作基准面转换", "its datum was not shifted"),
            zone.geographic(),
            zone.gaussKruger());
    return new CrsWord(system, false, Optional.empty(), List.of(XIAN80_WARNING));
  }

  /** The code of the zone of CGCS2000 that the declaration or the numbers name; -1 for none. */
  private static int twin(Optional<DeclaredCrs> declared, Envelope sample) {
    if (declared.isPresent()) {
      return WktNode.parse(declared.get().text().strip())
          .map(UsualSystems::sameZone)
          .orElse(OptionalInt.empty())
          .orElse(-1);
    }
    if (sample.isNull()) {
      return -1;
    }
    return CoordinateLook.chineseDegrees(sample)
        ? 4490
        : ChinaZones.ofEasting(sample.centre().x).map(ChinaZones.Zone::epsg).orElse(-1);
  }

  private static CrsWord fitted(String list, Envelope sample) {
    List<ControlPoint> points = new ArrayList<>();
    for (String entry : list.split("[;；\\n]")) {
      if (!entry.isBlank()) {
        points.add(point(entry));
      }
    }
    if (points.size() > MOST_POINTS) {
      throw new UserError(
          points.size() + " control points are more than " + MOST_POINTS,
          "--crs fit:",
          "give less");
    }
    ControlFit fit = ControlFit.of(points, sample);
    String rms = String.format(Locale.ROOT, "%.3f", fit.rmsMetres());
    Resolved system =
        new Resolved(
            fit.transform(),
            "fit of " + points.size() + " control points",
            OptionalInt.empty(),
            "CGCS2000",
            new LocalizedText(
                (fit.affine() ? "仿射变换" : "四参数相似变换")
                    + (fit.swapped() ? "（坐标轴颠倒）" : "")
                    + "，控制点中误差 "
                    + rms
                    + " 米",
                (fit.affine() ? "an affine map" : "a similarity of four parameters")
                    + (fit.swapped() ? " (axes swapped)" : "")
                    + " that misses the points by "
                    + rms
                    + " m (RMS)"),
            false,
            Optional.empty());
    return new CrsWord(system, false, Optional.of(fit), fit.warnings());
  }

  private static ControlPoint point(String entry) {
    String[] parts = entry.strip().split("[,，\\s]+");
    double[] numbers = new double[4];
    boolean sound = parts.length == 4;
    for (int i = 0; sound && i < 4; i++) {
      sound = parts[i].matches("[+-]?[0-9]{1,12}(\\.[0-9]{0,15})?");
      numbers[i] = sound ? Double.parseDouble(parts[i]) : 0;
    }
    // Zone maps begin at the poles' side of 85 degrees for nobody.
    if (!sound || Math.abs(numbers[2]) > 180 || Math.abs(numbers[3]) > 85) {
      throw new UserError(
          "'" + entry.strip() + "' is no control point",
          "--crs fit:",
          "write x,y,lon,lat with longitude and latitude in degrees, points separated by ;");
    }
    return new ControlPoint(numbers[0], numbers[1], numbers[2], numbers[3]);
  }
}
