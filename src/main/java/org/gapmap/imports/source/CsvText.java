package org.gapmap.imports.source;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;

/**
 * A file of separated values as records of text: encoding by byte order mark, else UTF-8 where the
 * whole file is valid in it, else GB18030; separator by what the first line holds most of.
 */
final class CsvText {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int LOOKED_AT = 8192;

  /** Bytes of which the encoding is weighed. */
  private static final int SAMPLED = 1 << 18;

  private static final ObjectReader RECORDS =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build()
          .readerFor(String[].class);

  private final Path file;
  private final EncodingChoice encoding;
  private final char separator;

  private CsvText(Path file, EncodingChoice encoding, char separator) {
    this.file = file;
    this.encoding = encoding;
    this.separator = separator;
  }

  static CsvText open(Path file, Optional<String> override) {
    try {
      EncodingChoice encoding = encoding(file, override);
      return new CsvText(file, encoding, separator(file, encoding.charset()));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  EncodingChoice encoding() {
    return encoding;
  }

  /** Excel separates by semicolons where the decimal sign is a comma. */
  boolean decimalComma() {
    return separator == ';';
  }

  /** Whether --encoding names one that the bytes are not in. */
  boolean contradicted() {
    try {
      return encoding.from() == EncodingChoice.From.OVERRIDE && !valid(file, encoding.charset());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The records from the first, blank lines as records with one empty cell. */
  MappingIterator<String[]> records() {
    try {
      return RECORDS
          .with(CsvSchema.emptySchema().withColumnSeparator(separator))
          .readValues(reader(file, encoding.charset()));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
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
      return byteOrderMark(file).isPresent() ? List.of() : trial(file).ranked();
    } catch (IOException e) {
      throw unreadable(file, e);
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
  private static Reader reader(Path file, Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static char separator(Path file, Charset charset) throws IOException {
    char[] start = new char[LOOKED_AT];
    int length;
    try (Reader reader = reader(file, charset)) {
      length = Math.max(0, reader.read(start));
    }
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < length; i++) {
      quoted ^= start[i] == '"';
      // The first line that holds any decides: the texts below hold all of them as punctuation.
      if (start[i] == '\n' && !quoted && Arrays.stream(counts).sum() > 0) {
        break;
      }
      for (int s = 0; s < counts.length && !quoted; s++) {
        counts[s] += start[i] == SEPARATORS[s] ? 1 : 0;
      }
    }
    int best = 0;
    for (int s = 1; s < counts.length; s++) {
      best = counts[s] > counts[best] ? s : best;
    }
    return SEPARATORS[best];
  }

  private static UserError unreadable(Path file, IOException cause) {
    return new UserError(
        "the file can't be read (" + cause.getMessage() + ")",
        LayerNames.fileName(file),
        "check that GapMap may read it",
        cause);
  }
}
