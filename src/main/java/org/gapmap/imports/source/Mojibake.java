package org.gapmap.imports.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gapmap.domain.LocalizedText;

/** The marks that a wrong reading leaves, known to everybody who has met them. */
record Mojibake(Pattern mark, LocalizedText words) {
  private static final List<Mojibake> KNOWN =
      List.of(
          of("锟斤拷|烫烫|屯屯屯", "文本在来源处已损坏（锟斤拷）", "the text was spoilt before it was saved (锟斤拷)"),
          of(
              "灏忓尯|琛楅亾|鏂版潙|鑺卞洯|绀惧尯|灞呮皯|鍚嶇О|椋熷爞|骞煎効|涓婃捣|鍖椾含",
              "像把 UTF-8 误读成 GBK 的乱码",
              "looks like UTF-8 misread as GBK"),
          of("[À-ÿ¡-¿]{3,}", "像把中文误读成西文的乱码", "looks like Chinese misread as a Western code page"),
          of("\uFFFD", "含有无法显示的字符", "has characters that can't be shown"));

  private static Mojibake of(String mark, String zh, String en) {
    return new Mojibake(Pattern.compile(mark), new LocalizedText(zh, en));
  }

  static Optional<Mojibake> in(String text) {
    return KNOWN.stream().filter(known -> known.mark.matcher(text).find()).findFirst();
  }
}
