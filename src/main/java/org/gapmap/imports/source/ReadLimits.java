package org.gapmap.imports.source;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.domain.UserError;

/**
 * How much may be read of a file before it is refused, so that no file can harm the machine.
 *
 * @param fileBytes size of one file, unpacked where it is packed
 * @param archiveBytes size of all files of an archive, unpacked
 * @param archiveEntries files in an archive
 * @param inflation how many times larger than packed an archive's file may be
 * @param rows rows of a layer
 * @param coordinates coordinates of one shape
 * @param parts parts of one shape
 * @param fields fields of a layer
 */
public record ReadLimits(
    long fileBytes,
    long archiveBytes,
    int archiveEntries,
    int inflation,
    int rows,
    int coordinates,
    int parts,
    int fields) {
  public static final ReadLimits DEFAULTS =
      new ReadLimits(4L << 30, 8L << 30, 10_000, 200, 20_000_000, 2_000_000, 100_000, 2_000);

  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,15})([KMG]?)");

  /** One of the limits, as an administrator sets it. */
  public enum Setting {
    FILE_BYTES("bytes in a file"),
    ARCHIVE_BYTES("bytes unpacked from an archive"),
    ARCHIVE_ENTRIES("files in an archive"),
    INFLATION("times its packed size"),
    ROWS("rows"),
    COORDINATES("coordinates in a shape"),
    PARTS("parts in a shape"),
    FIELDS("fields");

    private final String words;

    Setting(String words) {
      this.words = words;
    }

    /** The environment variable. */
    public String variable() {
      return "GAPMAP_LIMIT_" + name();
    }
  }

  public ReadLimits {
    if (fileBytes < 1
        || archiveBytes < 1
        || archiveEntries < 1
        || inflation < 1
        || rows < 1
        || coordinates < 1
        || parts < 1
        || fields < 1) {
      throw new IllegalArgumentException("every limit is at least 1");
    }
  }

  /**
   * The defaults, but where the environment sets another.
   *
   * @throws UserError where a variable is no whole number from 1, or too large
   */
  public static ReadLimits of(Map<String, String> environment) {
    return new ReadLimits(
        number(environment, Setting.FILE_BYTES, Long.MAX_VALUE),
        number(environment, Setting.ARCHIVE_BYTES, Long.MAX_VALUE),
        small(environment, Setting.ARCHIVE_ENTRIES),
        small(environment, Setting.INFLATION),
        small(environment, Setting.ROWS),
        small(environment, Setting.COORDINATES),
        small(environment, Setting.PARTS),
        small(environment, Setting.FIELDS));
  }

  private static int small(Map<String, String> environment, Setting setting) {
    return (int) number(environment, setting, Integer.MAX_VALUE);
  }

  private static long number(Map<String, String> environment, Setting setting, long most) {
    String text = environment.getOrDefault(setting.variable(), "").strip();
    if (text.isEmpty()) {
      return DEFAULTS.of(setting);
    }
    Matcher number = NUMBER.matcher(text.toUpperCase(Locale.ROOT));
    long value = 0;
    if (number.matches()) {
      int shift =
          switch (number.group(2)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
          };
      long plain = Long.parseLong(number.group(1));
      value = plain <= most >> shift ? plain << shift : 0;
    }
    if (value < 1) {
      throw new UserError(
          "'" + text + "' is no limit",
          setting.variable(),
          "give a whole number from 1 to " + most + ", like " + DEFAULTS.of(setting) + " or 4G");
    }
    return value;
  }

  public long of(Setting setting) {
    return switch (setting) {
      case FILE_BYTES -> fileBytes;
      case ARCHIVE_BYTES -> archiveBytes;
      case ARCHIVE_ENTRIES -> archiveEntries;
      case INFLATION -> inflation;
      case ROWS -> rows;
      case COORDINATES -> coordinates;
      case PARTS -> parts;
      case FIELDS -> fields;
    };
  }

  /**
   * @param where the file, as the user knows it
   * @throws UserError naming the setting, where there is more than it allows
   */
  public void check(Setting setting, long found, String where) {
    if (found > of(setting)) {
      throw exceeded(setting, where);
    }
  }

  /** For whoever stops counting at the limit. */
  public UserError exceeded(Setting setting, String where) {
    return new UserError(
        "it has more than " + of(setting) + " " + setting.words,
        where,
        "if it is meant to be that large, start GapMap with a larger " + setting.variable());
  }

  /** The same about one row, which is refused while the others are read. */
  Notice tooMuch(Setting setting) {
    return Notice.of(
        "over_limit",
        "超出读取限制 " + setting.variable() + "（" + of(setting) + "）",
        "the row has more than "
            + of(setting)
            + " "
            + setting.words
            + " ("
            + setting.variable()
            + ")");
  }
}
