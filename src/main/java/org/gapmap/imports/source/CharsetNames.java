package org.gapmap.imports.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Charsets by the names that people, .cpg files and DBF headers give them. Every name for
 * simplified Chinese means GB18030 here: it reads all that GB2312, GBK and code page 936 can hold.
 */
final class CharsetNames {
  static final Charset GB18030 = Charset.forName("GB18030");

  private static final Pattern CODE_PAGE =
      Pattern.compile("(?:ANSI|OEM|CP|WINDOWS|MS|IBM)?[ _-]*([0-9]{3,6})");

  private CharsetNames() {}

  /**
   * @param name as in {@code --encoding} or a .cpg: {@code GBK}, {@code 936}, {@code ANSI 936},
   *     {@code UTF-8}, {@code 65001}, {@code 88591} ...
   * @return a charset in which ASCII bytes are ASCII characters, or nothing
   */
  static Optional<Charset> find(String name) {
    String plain = name.strip().replace("\"", "").toUpperCase(Locale.ROOT);
    if (plain.matches("(X-)?(GBK|GB[ _-]?2312(-80)?|GB[ _-]?18030(-[0-9]+)?|EUC[ _-]?CN|HZ)")) {
      return Optional.of(GB18030);
    }
    if (plain.matches("UTF[ _-]?8(-SIG|[ _-]BOM)?")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (plain.matches("BIG[ _-]?5")) {
      return supported("Big5");
    }
    Matcher iso = Pattern.compile("(?:ISO[ _-]?)?8859[ _-]?([0-9]{1,2})").matcher(plain);
    if (iso.matches()) {
      return supported("ISO-8859-" + iso.group(1));
    }
    Matcher page = CODE_PAGE.matcher(plain);
    if (page.matches()) {
      return codePage(Integer.parseInt(page.group(1)));
    }
    return supported(plain);
  }

  /** A Windows or DOS code page by its number. */
  private static Optional<Charset> codePage(int number) {
    return switch (number) {
      case 936, 54936, 20936, 51936 -> Optional.of(GB18030);
      case 65001 -> Optional.of(StandardCharsets.UTF_8);
      case 950 -> supported("Big5");
      case 932 -> supported("windows-31j");
      case 949 -> supported("x-windows-949");
      case 874 -> supported("x-windows-874");
      case 20127 -> Optional.of(StandardCharsets.US_ASCII);
      default ->
          number >= 1250 && number <= 1258
              ? supported("windows-" + number)
              : supported("IBM" + number).or(() -> supported("x-IBM" + number));
    };
  }

  /**
   * A DBF header's language driver (byte 29).
   *
   * @return nothing for 0, for 0x57 ("the system's ANSI page", which every Chinese ArcGIS writes
   *     over GBK text as well) and for codes without a published meaning
   */
  static Optional<Charset> ofLanguageByte(int code) {
    return switch (code) {
      case 0x4D, 0x7A -> Optional.of(GB18030);
      case 0x4F, 0x78 -> supported("Big5");
      case 0x13, 0x7B -> supported("windows-31j");
      case 0x4E, 0x79 -> supported("x-windows-949");
      case 0x50, 0x7C -> supported("x-windows-874");
      case 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B -> supported("IBM437");
      case 0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37 -> supported("IBM850");
      case 0x03, 0x58, 0x59 -> supported("windows-1252");
      case 0x1F, 0x22, 0x23, 0x40, 0x64, 0x87 -> supported("IBM852");
      case 0x26, 0x65 -> supported("IBM866");
      case 0x66, 0x08, 0x17 -> supported("IBM865");
      case 0x6A, 0x86 -> supported("IBM737");
      case 0x6B, 0x88 -> supported("IBM857");
      case 0xC8 -> supported("windows-1250");
      case 0xC9 -> supported("windows-1251");
      case 0xCA -> supported("windows-1254");
      case 0xCB -> supported("windows-1253");
      case 0xCC -> supported("windows-1257");
      default -> Optional.empty();
    };
  }

  private static Optional<Charset> supported(String name) {
    try {
      if (!Charset.isSupported(name)) {
        return Optional.empty();
      }
    } catch (IllegalCharsetNameException e) {
      return Optional.empty();
    }
    Charset charset = Charset.forName(name);
    boolean readsAscii = "A1,".equals(new String(new byte[] {'A', '1', ','}, charset));
    return readsAscii ? Optional.of(charset) : Optional.empty();
  }
}
