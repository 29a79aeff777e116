package org.gapmap.imports.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;

/**
 * Decides a DBF's encoding: the user's word, else the .cpg, else the header's language byte, else
 * UTF-8 where every text is valid in it, else GB18030. A declaration that the bytes contradict, or
 * in which the texts plainly make no sense while they do in another charset, is told of and
 * skipped.
 */
final class EncodingLadder {
  private final Optional<Charset> override;
  private final Optional<Charset> cpg;
  private final String cpgText;
  private final int languageByte;
  private final List<Notice> warnings = new ArrayList<>();

  /**
   * @param override as in {@link ReadOptions#encoding}
   * @param cpgText the .cpg file's content, where there is one
   * @throws UserError where the override names no charset
   */
  EncodingLadder(Optional<String> override, Optional<String> cpgText, int languageByte) {
    this.override = override.map(EncodingLadder::named);
    this.cpgText = cpgText.map(String::strip).orElse("");
    this.languageByte = languageByte;
    this.cpg = cpgText.flatMap(this::readCpg);
  }

  static Charset named(String override) {
    return CharsetNames.find(override)
        .orElseThrow(
            () ->
                new UserError(
                    "no encoding is called '" + override + "'",
                    "--encoding",
                    "use GBK, GB18030, UTF-8 or a code page's number like 936"));
  }

  /** What the texts of the file must be tried in before {@link #decide}. */
  EncodingProbe probe() {
    List<Charset> candidates = new ArrayList<>();
    override.ifPresent(candidates::add);
    cpg.ifPresent(candidates::add);
    CharsetNames.ofLanguageByte(languageByte).ifPresent(candidates::add);
    return new EncodingProbe(candidates);
  }

  EncodingChoice decide(EncodingProbe probe) {
    if (override.isPresent()) {
      return overridden(probe, override.get());
    }
    if (probe.asciiOnly()) {
      return choice(
          StandardCharsets.UTF_8,
          EncodingChoice.From.ASCII_ONLY,
          "全部为 ASCII 字符，任何编码读出的结果都一样",
          "ASCII only, any encoding reads it");
    }
    EncodingTrial trial = probe.trial();
    if (cpg.isPresent()) {
      Optional<Charset> better = trial.plainlyBetterThan(cpg.get());
      if (probe.reads(cpg.get())) {
        return better.isPresent()
            ? senseless(probe, cpg.get(), better.get(), ".cpg")
            : declared(probe, cpg.get());
      }
      if (damaged(probe, trial, cpg.get())) {
        unreadable(probe, cpg.get());
        return declared(probe, cpg.get());
      }
      contradicted(probe, cpg.get(), ".cpg", "\"" + cpgText + "\"");
      return byContent(probe, trial);
    }
    Optional<Charset> byLanguage = CharsetNames.ofLanguageByte(languageByte);
    if (byLanguage.isPresent()) {
      String code = String.format(Locale.ROOT, "0x%02X", languageByte);
      Optional<Charset> better = trial.plainlyBetterThan(byLanguage.get());
      if (probe.reads(byLanguage.get()) && better.isPresent()) {
        return senseless(probe, byLanguage.get(), better.get(), "language byte");
      }
      if (probe.reads(byLanguage.get())) {
        warnIfAlsoUtf8(probe, byLanguage.get());
        return choice(
            byLanguage.get(),
            EncodingChoice.From.LANGUAGE_BYTE,
            "没有 .cpg 文件；DBF 语言字节 "
                + code
                + " 表示 "
                + name(byLanguage.get())
                + firstZh(probe, byLanguage.get()),
            "there is no .cpg; the DBF's language byte "
                + code
                + " means "
                + name(byLanguage.get())
                + first(probe, byLanguage.get()));
      }
      contradicted(probe, byLanguage.get(), "language byte", code);
    }
    return byContent(probe, trial);
  }

  /** Whether a few spoilt texts are all that speaks against a declared charset. */
  private static boolean damaged(EncodingProbe probe, EncodingTrial trial, Charset declared) {
    Charset usual =
        probe.reads(StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : CharsetNames.GB18030;
    return trial.plainlyBetterThan(usual).filter(declared::equals).isPresent();
  }

  private EncodingChoice senseless(EncodingProbe probe, Charset said, Charset better, String who) {
    warnings.add(
        Notice.of(
            "encoding_contradicted",
            who
                + " 声明编码为 "
                + name(said)
                + "，但那样读出的是乱码（“"
                + probe.example(said)
                + "”），按 "
                + name(better)
                + " 读出的是中文",
            "the "
                + who
                + " says "
                + name(said)
                + ", but the texts make no sense in it ('"
                + probe.example(said)
                + "') and do in "
                + name(better)));
    return ofText(probe, better);
  }

  private EncodingChoice ofText(EncodingProbe probe, Charset charset) {
    if (probe.tried(charset) && !probe.reads(charset)) {
      unreadable(probe, charset);
    }
    return choice(
        charset,
        EncodingChoice.From.DECODED_TEXT,
        "按 "
            + name(charset)
            + " 读出的是常用汉字，按其他编码读出的是乱码"
            + (probe.tried(charset) ? firstZh(probe, charset) : ""),
        "read as "
            + name(charset)
            + " the texts are common Chinese, in other encodings they are garbled"
            + (probe.tried(charset) ? first(probe, charset) : ""));
  }

  private void unreadable(EncodingProbe probe, Charset charset) {
    warnings.add(
        Notice.of(
            "unreadable_text",
            probe.failures(charset) + " 个文本按 " + name(charset) + " 无法完整读出，可能已损坏",
            probe.failures(charset)
                + " of "
                + probe.texts()
                + " texts can't be read whole as "
                + name(charset)
                + "; they may have been damaged"));
  }

  List<Notice> warnings() {
    return warnings;
  }

  private EncodingChoice overridden(EncodingProbe probe, Charset charset) {
    if (!probe.reads(charset)) {
      contradicted(probe, charset, "--encoding", name(charset));
    }
    return choice(
        charset,
        EncodingChoice.From.OVERRIDE,
        "由 --encoding 指定为 " + name(charset) + firstZh(probe, charset),
        "--encoding says " + name(charset) + first(probe, charset));
  }

  private EncodingChoice declared(EncodingProbe probe, Charset charset) {
    warnIfAlsoUtf8(probe, charset);
    return choice(
        charset,
        EncodingChoice.From.CPG_FILE,
        ".cpg 文件写明“" + cpgText + "”，即 " + name(charset) + firstZh(probe, charset),
        "the .cpg says \"" + cpgText + "\", read as " + name(charset) + first(probe, charset));
  }

  /** What the bytes alone say. */
  private EncodingChoice byContent(EncodingProbe probe, EncodingTrial trial) {
    Charset utf8 = StandardCharsets.UTF_8;
    Optional<Charset> plain =
        trial.plainlyBetterThan(probe.reads(utf8) ? utf8 : CharsetNames.GB18030);
    if (plain.isPresent()) {
      return ofText(probe, plain.get());
    }
    if (probe.reads(utf8)) {
      return choice(
          utf8,
          EncodingChoice.From.VALID_UTF8,
          "没有可用的编码声明；" + probe.texts() + " 个非 ASCII 文本全部是合法的 UTF-8" + firstZh(probe, utf8),
          "nothing usable declares an encoding; all "
              + probe.texts()
              + " texts beyond ASCII are valid UTF-8"
              + first(probe, utf8));
    }
    Charset gb = CharsetNames.GB18030;
    if (!probe.reads(gb)) {
      warnings.add(
          Notice.of(
              "unreadable_text",
              probe.failures(gb) + " 个文本用 GB18030 也无法读出；请用 --encoding 指定编码",
              probe.failures(gb)
                  + " of "
                  + probe.texts()
                  + " texts can't be read as GB18030 either; name the encoding with --encoding"));
    }
    return choice(
        gb,
        EncodingChoice.From.GB18030_FALLBACK,
        "没有可用的编码声明，"
            + probe.failures(utf8)
            + " 个文本不是合法的 UTF-8，因此按 GB18030（含 GBK、GB2312）读取"
            + firstZh(probe, gb),
        "nothing usable declares an encoding and "
            + probe.failures(utf8)
            + " of "
            + probe.texts()
            + " texts beyond ASCII are not valid UTF-8, so GB18030 was taken (it reads GBK and"
            + " GB2312)"
            + first(probe, gb));
  }

  private Optional<Charset> readCpg(String text) {
    if (text.strip().length() > 40 || text.contains("<")) {
      warnings.add(
          Notice.of(
              "cpg_unusable",
              ".cpg 文件的内容不是编码名称（例如误存的网页），已忽略",
              "the .cpg file holds no name of an encoding (a saved web page?); it was ignored"));
      return Optional.empty();
    }
    Optional<Charset> charset = CharsetNames.find(text);
    if (charset.isEmpty()) {
      warnings.add(
          Notice.of(
              "cpg_unusable",
              ".cpg 文件写的“" + text.strip() + "”不是已知的编码，已忽略",
              "the .cpg names no known encoding: '" + text.strip() + "'; it was ignored"));
    }
    return charset;
  }

  private void contradicted(EncodingProbe probe, Charset charset, String who, String said) {
    warnings.add(
        Notice.of(
            "encoding_contradicted",
            who
                + " 声明编码为 "
                + said
                + "，但 "
                + probe.failures(charset)
                + " 个文本的字节不符合 "
                + name(charset),
            "the "
                + who
                + " says "
                + said
                + ", but the bytes of "
                + probe.failures(charset)
                + " of "
                + probe.texts()
                + " texts are not valid "
                + name(charset)));
  }

  private void warnIfAlsoUtf8(EncodingProbe probe, Charset chosen) {
    Charset utf8 = StandardCharsets.UTF_8;
    if (!chosen.equals(utf8) && probe.reads(utf8)) {
      warnings.add(
          Notice.of(
              "encoding_doubtful",
              "按声明读作 "
                  + name(chosen)
                  + "，但字节也是合法的 UTF-8（首个文本“"
                  + probe.example(utf8)
                  + "”）；如有乱码请用 --encoding UTF-8",
              "read as "
                  + name(chosen)
                  + " as declared, but the bytes are valid UTF-8 too (the first text would be '"
                  + probe.example(utf8)
                  + "'); if names look garbled use --encoding UTF-8"));
    }
  }

  private static String name(Charset charset) {
    return charset.equals(CharsetNames.GB18030) ? "GB18030 (GBK)" : charset.name();
  }

  private static String first(EncodingProbe probe, Charset charset) {
    String example = probe.example(charset);
    return example.isEmpty() ? "" : "; the first text reads '" + example + "'";
  }

  private static String firstZh(EncodingProbe probe, Charset charset) {
    String example = probe.example(charset);
    return example.isEmpty() ? "" : "；首个文本为“" + example + "”";
  }

  private static EncodingChoice choice(
      Charset charset, EncodingChoice.From from, String zh, String en) {
    return new EncodingChoice(charset, from, new LocalizedText(zh, en));
  }
}
