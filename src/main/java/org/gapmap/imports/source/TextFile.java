package org.gapmap.imports.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;

/**
 * A file that is text from its first byte to its last: encoding by byte order mark, else UTF-8
 * where the whole file is valid in it, else GB18030.
 *
 * @param name as the user knows it
 */
record TextFile(Path path, String name, EncodingChoice encoding) {
  /** Bytes of which the encoding is weighed. */
  private static final int SAMPLED = 1 << 18;

  static TextFile open(Located at, Optional<String> override) {
    try {
      return new TextFile(at.file(), at.name(), encoding(at.file(), override));
    } catch (IOException e) {
      throw unreadable(at.name(), e);
    }
  }

  /** Whether --encoding names one that the bytes are not in. */
  boolean contradicted() {
    try {
      return encoding.from() == EncodingChoice.From.OVERRIDE && !valid(path, encoding.charset());
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** What to tell where it is. */
  Notice contradiction() {
    return Notice.of(
        "encoding_contradicted",
        "--encoding 声明的 " + encoding.charset() + " 与文件的字节不符",
        "--encoding says "
            + encoding.charset()
            + ", but the bytes of the file are not valid in it");
  }

  private static EncodingChoice encoding(Path file, Optional<String> override) throws IOException {
    Optional<Charset> marked = byteOrderMark(file);
    if (override.isPresent()) {
      Charset charset = EncodingLadder.named(override.get());
      return choice(
          charset,
          EncodingChoice.From.OVERRIDE,
          "由 --encoding 指定为 " + charset,
          "--encoding says " + charset);
    }
    if (marked.isPresent()) {
      return choice(
          marked.get(),
          EncodingChoice.From.BYTE_ORDER_MARK,
          "文件以 " + marked.get() + " 的字节顺序标记（BOM）开头",
          "the file starts with the byte order mark of " + marked.get());
    }
    if (valid(file, StandardCharsets.US_ASCII)) {
      return choice(
          StandardCharsets.UTF_8,
          EncodingChoice.From.ASCII_ONLY,
          "全部为 ASCII 字符，任何编码读出的结果都一样",
          "ASCII only, any encoding reads it");
    }
    boolean utf8 = valid(file, StandardCharsets.UTF_8);
    Charset usual = utf8 ? StandardCharsets.UTF_8 : CharsetNames.GB18030;
    Optional<Charset> plain = trial(file).plainlyBetterThan(usual);
    if (plain.isPresent()) {
      return choice(
          plain.get(),
          EncodingChoice.From.DECODED_TEXT,
          "没有 BOM；按 " + plain.get() + " 读出的是常用汉字，按其他编码读出的是乱码",
          "no byte order mark; read as "
              + plain.get()
              + " the texts are common Chinese, in other encodings they are garbled");
    }
    if (utf8) {
      return choice(
          StandardCharsets.UTF_8,
          EncodingChoice.From.VALID_UTF8,
          "没有 BOM；整个文件是合法的 UTF-8",
          "no byte order mark; the whole file is valid UTF-8");
    }
    return choice(
        CharsetNames.GB18030,
        EncodingChoice.From.GB18030_FALLBACK,
        "没有 BOM，也不是合法的 UTF-8，因此按 GB18030（含 GBK、GB2312）读取",
        "no byte order mark and not valid UTF-8, so GB18030 was taken (it reads GBK and GB2312)");
  }

  private static EncodingTrial trial(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new EncodingTrial(TextSample.ofSeparated(in.readNBytes(SAMPLED)), List.of());
    }
  }

  /** The texts in each charset that comes into question; none where a mark leaves no doubt. */
  List<EncodingReading> encodings() {
    try {
      return byteOrderMark(path).isPresent() ? List.of() : trial(path).ranked();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static EncodingChoice choice(
      Charset charset, EncodingChoice.From from, String zh, String en) {
    return new EncodingChoice(charset, from, new LocalizedText(zh, en));
  }

  private static Optional<Charset> byteOrderMark(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(3);
    }
    if (start.length >= 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  private static boolean valid(Path file, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    try (InputStream in = Files.newInputStream(file)) {
      while (true) {
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        boolean end = n < 0;
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
        chars.clear();
        if (decoder.decode(bytes, chars, end).isError()) {
          return false;
        }
        if (end) {
          return true;
        }
        bytes.compact();
      }
    }
  }

  /** Decodes with U+FFFD for what can't be read, without the byte order mark. */
  BufferedReader reader() throws IOException {
    Reader decoded = new InputStreamReader(Files.newInputStream(path), encoding.charset());
    BufferedReader reader = new BufferedReader(decoded, 1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  UserError unreadable(IOException cause) {
    return unreadable(name, cause);
  }

  private static UserError unreadable(String name, IOException cause) {
    return new UserError(
        "the file can't be read (" + cause.getMessage() + ")",
        name,
        "check that GapMap may read it",
        cause);
  }
}
