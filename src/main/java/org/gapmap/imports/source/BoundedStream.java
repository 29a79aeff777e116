package org.gapmap.imports.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.gapmap.domain.UserError;

/**
 * Bytes up to a number, counted as they arrive: what a file claims of itself counts for nothing.
 */
final class BoundedStream extends FilterInputStream {
  /** Small files may unfold as much as they like. */
  private static final long ALWAYS_ALLOWED = 64L << 20;

  private final String name;
  private final long most;
  private long read;

  BoundedStream(InputStream in, String name, long most) {
    super(in);
    this.name = name;
    this.most = most;
  }

  /**
   * What a packed file unfolds into.
   *
   * @param packedBytes the size that it has packed
   */
  static BoundedStream unpacked(InputStream in, String name, long packedBytes, ReadLimits limits) {
    return new BoundedStream(in, name, most(packedBytes, limits));
  }

  /** The bytes that so many packed ones may become. */
  static long most(long packedBytes, ReadLimits limits) {
    long inflated =
        packedBytes > Long.MAX_VALUE / limits.inflation()
            ? Long.MAX_VALUE
            : packedBytes * limits.inflation();
    return Math.min(limits.fileBytes(), Math.max(ALWAYS_ALLOWED, inflated));
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n = super.read(bytes, from, length);
    count(Math.max(0, n));
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long n) {
    read += n;
    if (read > most) {
      throw new UserError(
          "it unfolds into more than " + most + " bytes, which is more than may be read",
          name,
          "check the file; the administrator may raise the limit of a file's size");
    }
  }
}
