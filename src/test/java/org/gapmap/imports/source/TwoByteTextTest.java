package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class TwoByteTextTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final TwoByteText reader = new TwoByteText(GB18030);

  @Test
  void everyPairOfBytesMeansWhatTheJdkSays() {
    for (int lead = 0x80; lead <= 0xFF; lead++) {
      for (int trail = 0; trail <= 0xFF; trail++) {
        byte[] pair = {(byte) lead, (byte) trail};
        String jdk = jdk(pair);
        if (reader.decode(pair, 0, 2) >= 0) {
          assertThat(read(pair)).as("%x %x", lead, trail).isEqualTo(jdk);
        } else {
          assertThat(jdk.length()).as("%x %x", lead, trail).isNotEqualTo(1);
        }
      }
    }
  }

  @Test
  void whatIsNotOfTwoBytesIsLeftToTheJdk() {
    assertThat(read("幸福家园 No. 7".getBytes(GB18030))).isEqualTo("幸福家园 No. 7");
    assertThat(reader.decode("\uD840\uDC00".getBytes(GB18030), 0, 4)).isEqualTo(-1);
    byte[] cut = "家园".getBytes(GB18030);
    assertThat(reader.decode(cut, 0, 3)).isEqualTo(-1);
  }

  private String read(byte[] bytes) {
    int length = reader.decode(bytes, 0, bytes.length);
    return new String(reader.characters(), 0, length);
  }

  /** Empty where it is no text. */
  private static String jdk(byte[] bytes) {
    try {
      return GB18030.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }
}
