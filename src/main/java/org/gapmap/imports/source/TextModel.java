package org.gapmap.imports.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * How likely a decoded text is what somebody wrote: the logarithm of its probability under a plain
 * model of what an office's file holds. Mojibake is made of characters that nobody uses, so the
 * same bytes read rightly are tens of e-folds likelier after a few names.
 *
 * <p>A character belongs to one of a few classes, and all of a class are as likely: those common in
 * writing and in addresses (a list), the other 3,755 of GB 2312's first level and 5,401 of Big5's,
 * the rest of Chinese, punctuation, ASCII, letters of other scripts, and what no text holds. The
 * shares of the classes are rounded from names of places; halving or doubling one changes no test.
 */
final class TextModel {
  private static final double ASCII = -4.6;
  private static final double COMMON = Math.log(0.72 / 800);
  private static final double FREQUENT = Math.log(0.22 / 5000);
  private static final double PUNCTUATION = Math.log(0.03 / 60);
  private static final double RARE = Math.log(0.025 / 17_000);
  private static final double FOREIGN = -13;
  private static final double ACCENTED_IN_A_WORD = -6.4;
  private static final double NO_TEXT = -18;

  /** A Chinese character in the middle of a Latin word: half of an accented letter's neighbours. */
  private static final double WITHIN_A_WORD = -5;

  private static final BitSet LISTED = listed();
  private static final BitSet FIRST_LEVEL = firstLevel();

  private TextModel() {}

  /** The logarithm of a text's probability; 0 for an empty one. */
  static double logLikelihood(String text) {
    double sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      sum += of(c);
      if (c > 0xBF && besideLetter(text, i)) {
        sum += isLatin(c) ? ACCENTED_IN_A_WORD - FOREIGN : isHan(c) ? WITHIN_A_WORD : 0;
      }
    }
    return sum;
  }

  /** How many Chinese characters a text has. */
  static int han(String text) {
    return (int) text.chars().filter(c -> isHan((char) c)).count();
  }

  /** How many of them are among the most common. */
  static int common(String text) {
    return (int) text.chars().filter(LISTED::get).count();
  }

  private static double of(char c) {
    if (c < 0x80) {
      return c < ' ' && c != '\t' && c != '\n' && c != '\r' ? NO_TEXT : ASCII;
    }
    if (LISTED.get(c)) {
      return COMMON;
    }
    if (FIRST_LEVEL.get(c)) {
      return FREQUENT;
    }
    if ((c >= 0x3001 && c <= 0x3017)
        || (c >= 0xFF01 && c <= 0xFF5E)
        || "“”‘’—…·×㎡°²".indexOf(c) >= 0) {
      return PUNCTUATION;
    }
    if (isHan(c)) {
      return RARE;
    }
    boolean nothing =
        c == '\uFFFD'
            || (c >= 0x80 && c < 0xA0)
            || (c >= 0xE000 && c < 0xF900)
            || !Character.isDefined(c);
    return nothing ? NO_TEXT : FOREIGN;
  }

  private static boolean isHan(char c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
  }

  private static boolean isLatin(char c) {
    return c >= 0xC0 && c <= 0x24F;
  }

  private static boolean besideLetter(String text, int i) {
    return (i > 0 && isSmall(text.charAt(i - 1)))
        || (i + 1 < text.length() && isSmall(text.charAt(i + 1)));
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static BitSet listed() {
    BitSet listed = new BitSet(1 << 16);
    try (InputStream in = TextModel.class.getResourceAsStream("/imports/common-characters.txt")) {
      if (in == null) {
        throw new IllegalStateException("/imports/common-characters.txt is not in the program");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines
          .lines()
          .filter(l -> !l.startsWith("#"))
          .flatMapToInt(String::chars)
          .forEach(listed::set);
      return listed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** GB 2312 and Big5 order their characters by how much they are used: the lead byte tells. */
  private static BitSet firstLevel() {
    BitSet level = new BitSet(1 << 16);
    add(level, Charset.forName("GB2312"), 0xB0, 0xD7);
    add(level, Charset.forName("Big5"), 0xA4, 0xC6);
    return level;
  }

  private static void add(BitSet level, Charset charset, int firstLead, int lastLead) {
    CharsetEncoder encoder = charset.newEncoder();
    for (char c = 0x4E00; c <= 0x9FFF; c++) {
      if (encoder.canEncode(c)) {
        int lead = Byte.toUnsignedInt(String.valueOf(c).getBytes(charset)[0]);
        if (lead >= firstLead && lead <= lastLead) {
          level.set(c);
        }
      }
    }
  }
}
