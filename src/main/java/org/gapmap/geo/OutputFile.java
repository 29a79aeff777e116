package org.gapmap.geo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A binary file, buffered, whose header is written last. */
final class OutputFile implements Closeable {
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  OutputFile(Path path) throws IOException {
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
  }

  void bigEndian(int value) throws IOException {
    room(4).order(ByteOrder.BIG_ENDIAN).putInt(value);
  }

  void littleEndian(int value) throws IOException {
    room(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value);
  }

  void littleEndian(short value) throws IOException {
    room(2).order(ByteOrder.LITTLE_ENDIAN).putShort(value);
  }

  void littleEndian(double value) throws IOException {
    room(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value);
  }

  void bytes(byte... values) throws IOException {
    room(values.length).put(values);
  }

  void skip(int bytes) throws IOException {
    room(bytes).put(new byte[bytes]);
  }

  long position() throws IOException {
    return channel.position() + buffer.position();
  }

  void backToStart() throws IOException {
    flush();
    channel.position(0);
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
    }
  }
}
