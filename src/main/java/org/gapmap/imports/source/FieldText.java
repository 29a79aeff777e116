package org.gapmap.imports.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes texts that were cut to a fixed number of bytes, where the cut may go through the middle
 * of a character. Not for several threads.
 */
final class FieldText {
  private final CharsetDecoder decoder;
  private final boolean asciiAlike;
  private final boolean unicode;
  private final @Nullable TwoByteText chinese;

  FieldText(Charset charset) {
    this.asciiAlike = "A 0~".equals(new String(new byte[] {'A', ' ', '0', '~'}, charset));
    this.unicode = charset.equals(StandardCharsets.UTF_8);
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.chinese = charset.equals(CharsetNames.GB18030) ? new TwoByteText(charset) : null;
  }

  /**
   * A text that decodes from its first byte to its last, but for a character cut off at the end.
   *
   * @return the characters before the cut; null where the bytes are not of this charset
   */
  @Nullable String strict(byte[] bytes, int from, int to) {
    if (asciiAlike && isAscii(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
    if (chinese != null) {
      int length = chinese.decode(bytes, from, to);
      if (length >= 0) {
        return new String(chinese.characters(), 0, length);
      }
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from + 2);
    decoder.reset();
    // "More to come" makes the decoder leave an incomplete last character alone.
    CoderResult result = decoder.decode(in, out, false);
    return result.isError() ? null : out.flip().toString();
  }

  /** Whether the last character is there in part only. */
  boolean endsInTheMiddle(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    decoder.reset();
    boolean readable = !decoder.decode(in, CharBuffer.allocate(bytes.length + 2), false).isError();
    return readable && in.hasRemaining();
  }

  /** Whether {@link #strict} can read it. */
  boolean reads(byte[] bytes, int from, int to) {
    if (chinese != null && chinese.decode(bytes, from, to) >= 0) {
      return true;
    }
    return !(unicode && isNoUtf8(bytes, from, to)) && strict(bytes, from, to) != null;
  }

  /** The same with U+FFFD for what can't be read. */
  String lenient(byte[] bytes, int from, int to) {
    String exact = strict(bytes, from, to);
    return exact != null ? exact : new String(bytes, from, to - from, decoder.charset());
  }

  /** Where the blanks begin that fill a column's width, as far as they can be told from text. */
  int endOfWords(byte[] bytes, int from, int to) {
    int end = to;
    while (asciiAlike && end > from && bytes[end - 1] == ' ') {
      end--;
    }
    return end;
  }

  /**
   * Whether it certainly is no UTF-8, as a text in GBK shows within a few bytes: a byte that begins
   * no character, or one that follows it and may not (RFC 3629).
   */
  private static boolean isNoUtf8(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      int lead = bytes[i++] & 0xFF;
      if (lead < 0x80) {
        continue;
      }
      if (lead < 0xC2 || lead > 0xF4) {
        return true;
      }
      int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
      for (; more > 0 && i < to; more--) {
        if ((bytes[i++] & 0xC0) != 0x80) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether every byte is one of ASCII. */
  static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
