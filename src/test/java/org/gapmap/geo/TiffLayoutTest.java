package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories written by hand: one strip of 4 x 4 bytes at 200. */
class TiffLayoutTest {
  private static final int LONG = 4;

  @TempDir private Path folder;

  @Test
  void aWholeFileIsFineInEitherByteOrderAndInBigTiff() {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      for (boolean big : new boolean[] {false, true}) {
        assertThatCode(() -> check(order, big, 4, 200, 16)).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void aPieceBeyondTheEndOrNowhereIsMissing() {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      for (boolean big : new boolean[] {false, true}) {
        for (int[] piece : new int[][] {{200, 17}, {4000, 16}, {0, 0}}) {
          assertThatThrownBy(() -> check(order, big, 4, piece[0], piece[1]))
              .isInstanceOf(UserError.class)
              .hasMessageContaining("1 of its 1 pieces are missing");
        }
      }
    }
  }

  @Test
  void aPieceThatNoMemoryHoldsIsRefusedBeforeItIsRead() {
    assertThatThrownBy(() -> check(ByteOrder.LITTLE_ENDIAN, false, 1_000_000_000, 200, 16))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("too large to read");
  }

  @Test
  void whatIsNoTiffIsLeftToOthers() throws IOException {
    Path file = Files.writeString(folder.resolve("x.tif"), "II");
    assertThatCode(() -> TiffLayout.check(file, "x")).doesNotThrowAnyException();
    assertThatCode(() -> TiffLayout.check(folder, "x")).doesNotThrowAnyException();
  }

  private void check(ByteOrder order, boolean big, int width, int at, int length)
      throws IOException {
    ByteBuffer file = ByteBuffer.allocate(216).order(order);
    file.put(order == ByteOrder.LITTLE_ENDIAN ? (byte) 'I' : (byte) 'M').put(file.get(0));
    file.putShort((short) (big ? 43 : 42));
    if (big) {
      file.putShort((short) 8).putShort((short) 0).putLong(16).putLong(5);
    } else {
      file.putInt(8).putShort((short) 5);
    }
    int[][] entries = {{256, width}, {257, 4}, {273, at}, {278, 4}, {279, length}};
    for (int[] entry : entries) {
      file.putShort((short) entry[0]).putShort((short) LONG);
      if (big) {
        file.putLong(1).putInt(entry[1]).putInt(0);
      } else {
        file.putInt(1).putInt(entry[1]);
      }
    }
    Path path = folder.resolve("made.tif");
    Files.write(path, file.array());
    TiffLayout.check(path, "made.tif");
  }
}
