package org.gapmap.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CoordinateSystems.GaussKruger;
import org.gapmap.geo.CoordinateSystems.Resolved;
import org.locationtech.jts.geom.Envelope;

/**
 * Which coordinate system a file's numbers were taken to be in, why, and the way from there to
 * longitude and latitude.
 *
 * @param name the system's name, like {@code CGCS2000 / 3-degree Gauss-Kruger CM 120E}
 * @param epsg its code, where identified
 * @param datum the datum's name
 * @param decidedBy what decided
 * @param sentence the evidence for a person, with what was done about the datum
 * @param warnings what the owner should check; empty where the file declared its system
 * @param fit of control points, where the user gave some
 */
public record CrsChoice(
    CrsTransform transform,
    String name,
    OptionalInt epsg,
    String datum,
    DecidedBy decidedBy,
    LocalizedText sentence,
    List<LocalizedText> warnings,
    Optional<ControlFit> fit) {
  /** Ten degrees from its meridian no zone is used. */
  private static final double FAR_FROM_MERIDIAN_METRES = 1_000_000;

  public CrsChoice {
    warnings = List.copyOf(warnings);
  }

  /** What decided, strongest first. */
  public enum DecidedBy {
    OVERRIDE,
    DECLARED,
    COLUMN_HINT,
    FORMAT_RULE,
    ASSUMED_DEGREES
  }

  /**
   * Decides: the user's word, then the file's, then CGCS2000 with a warning where all numbers lie
   * within 73 to 136 and 3 to 54, the degrees of China. Degrees elsewhere must be declared: small
   * numbers may as well be metres of a local grid.
   *
   * @param override {@code EPSG:n}, {@code gcj02} and the like, see {@link CrsWord}
   * @param sample bounds of the file's coordinates, or of a sample of them
   * @param points whether the shapes are points, which in China are often GCJ-02 or BD-09
   * @param file what to name in errors
   * @throws UserError where nothing declares the system and the numbers are not degrees; where the
   *     declaration can't be read; where its datum has no known shift; or where the numbers can't
   *     be in the declared system
   */
  public static CrsChoice decide(
      Optional<String> override,
      Optional<DeclaredCrs> declared,
      Envelope sample,
      boolean points,
      String file) {
    if (override.isPresent()) {
      CrsWord word = CrsWord.of(override.get(), declared, sample);
      fits(word.system(), word.swapped() ? turned(sample) : sample, file);
      return choice(
          word.system(),
          DecidedBy.OVERRIDE,
          "由 --crs 指定：" + label(word.system()),
          "--crs says " + label(word.system()),
          word.warnings(),
          word.fit());
    }
    if (declared.isPresent()) {
      return declared(declared.get(), sample, file);
    }
    return assumed(sample, points, file);
  }

  private static CrsChoice declared(DeclaredCrs declared, Envelope sample, String file) {
    if (declared.kind() == DeclaredCrs.Kind.COLUMN_HINT) {
      Resolved system = CrsWord.of(declared.text(), Optional.empty(), sample).system();
      fits(system, sample, file);
      return choice(
          system,
          DecidedBy.COLUMN_HINT,
          "按列名 " + declared.from() + " 认定为 " + label(system),
          "the column " + declared.from() + " says " + label(system),
          List.of(
              new LocalizedText(
                  "坐标系是根据列名推断的，如有出入请用 --crs 指定",
                  "the coordinate system was taken from a column's name; if it is another one, say"
                      + " so with --crs")));
    }
    Resolved system = CoordinateSystems.ofWkt(declared.text(), declared.from());
    fits(system, sample, file);
    if (declared.kind() == DeclaredCrs.Kind.FORMAT_RULE) {
      return choice(
          system,
          DecidedBy.FORMAT_RULE,
          "文件没有声明坐标系；按 " + declared.from() + " 的规定为 " + label(system),
          "undeclared; " + declared.from() + " says that such files are in " + label(system),
          List.of(
              new LocalizedText(
                  "文件没有声明坐标系，按 "
                      + declared.from()
                      + " 处理；如果数据来自高德、腾讯（GCJ-02）或百度（BD-09），会偏 300 至 1400 米，请用 --crs gcj02"
                      + " 或 --crs bd09 指定",
                  "nothing declares the coordinate system, so it was taken as "
                      + declared.from()
                      + " says; if the data come from AMap or Tencent (GCJ-02) or Baidu (BD-09)"
                      + " they are 300 to 1,400 m off: say so with --crs gcj02 or --crs bd09")));
    }
    return choice(
        system,
        DecidedBy.DECLARED,
        declared.from() + " 声明为 " + label(system),
        declared.from() + " declares " + label(system),
        List.of());
  }

  private static CrsChoice assumed(Envelope sample, boolean points, String file) {
    if (!sample.isNull() && !CoordinateLook.chineseDegrees(sample)) {
      CoordinateLook.Look look = CoordinateLook.at(sample);
      throw new UserError(
          "nothing declares its coordinate system; " + look.what(), file, look.remedy());
    }
    List<LocalizedText> warnings = new ArrayList<>();
    if (!sample.isNull()) {
      warnings.add(
          points
              ? new LocalizedText(
                  "文件没有声明坐标系，按 CGCS2000 经纬度处理；如果数据来自高德、腾讯（GCJ-02）或百度（BD-09），"
                      + "点位会偏 300 至 1400 米，请用 --crs gcj02 或 --crs bd09 指定",
                  "nothing declares the coordinate system, so CGCS2000 degrees were assumed; if the"
                      + " points come from AMap or Tencent (GCJ-02) or Baidu (BD-09) they are 300"
                      + " to 1,400 m off: say so with --crs gcj02 or --crs bd09")
              : new LocalizedText(
                  "文件没有声明坐标系（缺 .prj），按 CGCS2000 经纬度处理，请核对或用 --crs 指定",
                  "nothing declares the coordinate system (there is no .prj), so CGCS2000 degrees"
                      + " were assumed; check that, or say what it is with --crs"));
    }
    Resolved system = CoordinateSystems.ofEpsg(4490, file);
    return choice(
        system,
        DecidedBy.ASSUMED_DEGREES,
        "没有声明，数值像经纬度，按 CGCS2000 处理",
        "undeclared; the numbers look like degrees and were taken as CGCS2000",
        warnings);
  }

  /** Refuses a declaration that the numbers contradict, before it scatters them over the globe. */
  private static void fits(Resolved system, Envelope sample, String file) {
    if (sample.isNull()) {
      return;
    }
    double x = (sample.getMinX() + sample.getMaxX()) / 2;
    if (system.geographic() && !CoordinateLook.degrees(sample)) {
      throw contradicted(system, sample, file);
    }
    if (system.gaussKruger().isPresent()) {
      GaussKruger zone = system.gaussKruger().get();
      if (Math.abs(x - zone.falseEasting()) > FAR_FROM_MERIDIAN_METRES
          || CoordinateLook.chineseDegrees(sample)) {
        throw contradicted(system, sample, file);
      }
    }
  }

  private static Envelope turned(Envelope sample) {
    return sample.isNull()
        ? sample
        : new Envelope(sample.getMinY(), sample.getMaxY(), sample.getMinX(), sample.getMaxX());
  }

  private static UserError contradicted(Resolved system, Envelope sample, String file) {
    CoordinateLook.Look look =
        CoordinateLook.chineseDegrees(sample)
            ? new CoordinateLook.Look(
                "the numbers look like degrees", "if they are, use --crs cgcs2000")
            : CoordinateLook.at(sample);
    return new UserError(
        "its numbers can't be in " + label(system) + ": " + look.what(), file, look.remedy());
  }

  private static String label(Resolved system) {
    return system.epsg().isPresent()
        ? system.name() + " (EPSG:" + system.epsg().getAsInt() + ")"
        : system.name();
  }

  private static CrsChoice choice(
      Resolved system, DecidedBy by, String zh, String en, List<LocalizedText> warnings) {
    return choice(system, by, zh, en, warnings, Optional.empty());
  }

  private static CrsChoice choice(
      Resolved system,
      DecidedBy by,
      String zh,
      String en,
      List<LocalizedText> warnings,
      Optional<ControlFit> fit) {
    List<LocalizedText> all = new ArrayList<>(warnings);
    DatumShift.find(system.datum()).flatMap(DatumShift::caution).ifPresent(all::add);
    return new CrsChoice(
        system.transform(),
        system.name(),
        system.epsg(),
        system.datum(),
        by,
        new LocalizedText(zh + "；" + system.datumNote().zh(), en + "; " + system.datumNote().en()),
        all,
        fit);
  }
}
