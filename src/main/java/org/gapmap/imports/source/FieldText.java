package org.gapmap.imports.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Decodes texts that were cut to a fixed number of bytes, where the cut may go through the middle
 * of a character. Not for several threads.
 */
final class FieldText {
  private final CharsetDecoder decoder;

  FieldText(Charset charset) {
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * A text that decodes from its first byte to its last, but for a character cut off at the end.
   *
   * @return the characters before the cut; null where the bytes are not of this charset
   */
  @Nullable String strict(byte[] bytes, int from, int to) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from + 2);
    decoder.reset();
    // "More to come" makes the decoder leave an incomplete last character alone.
    CoderResult result = decoder.decode(in, out, false);
    return result.isError() ? null : out.flip().toString();
  }

  /** The same with U+FFFD for what can't be read. */
  String lenient(byte[] bytes, int from, int to) {
    String quick = new String(bytes, from, to - from, decoder.charset());
    if (quick.indexOf('\uFFFD') < 0) {
      return quick;
    }
    String exact = strict(bytes, from, to);
    return exact != null ? exact : quick;
  }
}
