package org.gapmap.imports.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * Reads texts of ASCII and of the two-byte characters of GB18030, nearly all that offices write,
 * several times as fast as the JDK's decoder. Each pair of bytes means what that decoder says of
 * it. Not for several threads.
 */
final class TwoByteText {
  private static final int FIRST_LEAD = 0x81;
  private static final int LAST_LEAD = 0xFE;
  private static final int TRAILS = 256;

  /** Of a pair that is no character of its own: a part of four bytes, or nothing at all. */
  private static final char NONE = '\uFFFF';

  private final Charset charset;
  private final char[] pairs = new char[(LAST_LEAD - FIRST_LEAD + 1) * TRAILS];
  private char[] out = new char[256];

  TwoByteText(Charset charset) {
    this.charset = charset;
  }

  /**
   * Decodes into {@link #characters}.
   *
   * @return how many characters; -1 where there is anything else in the text
   */
  int decode(byte[] bytes, int from, int to) {
    if (out.length < to - from) {
      out = new char[to - from];
    }
    int length = 0;
    int i = from;
    while (i < to) {
      int lead = bytes[i++] & 0xFF;
      if (lead < 0x80) {
        out[length++] = (char) lead;
        continue;
      }
      if (lead < FIRST_LEAD || lead > LAST_LEAD || i == to) {
        return -1;
      }
      int place = (lead - FIRST_LEAD) * TRAILS + (bytes[i] & 0xFF);
      char known = pairs[place] == 0 ? learn(place, bytes, i - 1) : pairs[place];
      i++;
      if (known == NONE) {
        return -1;
      }
      out[length++] = known;
    }
    return length;
  }

  char[] characters() {
    return out;
  }

  private char learn(int place, byte[] bytes, int at) {
    char meant = NONE;
    try {
      var read =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, at, 2));
      if (read.length() == 1 && read.charAt(0) != 0) {
        meant = read.charAt(0);
      }
    } catch (CharacterCodingException e) {
      // Left to whoever reads the whole text.
    }
    pairs[place] = meant;
    return meant;
  }
}
