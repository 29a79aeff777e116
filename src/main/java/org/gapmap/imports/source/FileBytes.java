package org.gapmap.imports.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gapmap.domain.UserError;

/**
 * Bytes of a file at any offset, through one window that moves forward with the reader. Not mapped
 * into memory: a mapping ends at 2 GB and kills the process where the file shrinks under it.
 */
final class FileBytes implements AutoCloseable {
  private static final int WINDOW = 1 << 18;

  private final Path file;
  private final FileChannel channel;
  private final long size;
  private ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;

  private FileBytes(Path file, FileChannel channel, long size) {
    this.file = file;
    this.channel = channel;
    this.size = size;
  }

  static FileBytes open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      return new FileBytes(file, channel, channel.size());
    } catch (IOException e) {
      throw new UserError(
          "the file can't be read (" + e.getMessage() + ")",
          String.valueOf(file.getFileName()),
          "check that it exists and that GapMap may read it",
          e);
    }
  }

  long size() {
    return size;
  }

  boolean has(long offset, long length) {
    return offset >= 0 && length >= 0 && offset <= size - length;
  }

  /**
   * The bytes from {@code offset}, at position 0 of a buffer that the next call overwrites. The
   * caller has asked {@link #has} before.
   */
  ByteBuffer at(long offset, int length) {
    if (!has(offset, length)) {
      throw new IllegalArgumentException(
          length + " bytes at " + offset + " are not in the " + size + " of " + file);
    }
    if (offset < windowStart || offset + length > windowStart + window.limit()) {
      fill(offset, length);
    }
    return window.slice((int) (offset - windowStart), length);
  }

  private void fill(long offset, int length) {
    if (window.capacity() < length) {
      window = ByteBuffer.allocate(length);
    } else if (window.capacity() > WINDOW && length <= WINDOW) {
      window = ByteBuffer.allocate(WINDOW);
    }
    window.clear();
    windowStart = offset;
    try {
      while (window.hasRemaining()) {
        if (channel.read(window, offset + window.position()) < 0) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    window.flip();
    if (window.limit() < length) {
      throw new UserError(
          "the file became shorter while it was read",
          String.valueOf(file.getFileName()),
          "import it again when nobody writes to it");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
