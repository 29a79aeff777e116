package org.gapmap.imports.source;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gapmap.domain.LocalizedText;

/** The marks that a wrong reading leaves, known to everybody who has met them. */
enum Mojibake {
  /** U+FFFD in UTF-8, twice, read as GBK: the text was spoilt before it came here. */
  SPOILT("锟斤拷|烫烫|屯屯", "文本在来源处已损坏（锟斤拷）", "the text was spoilt before it was saved (锟斤拷)"),
  UTF8_AS_GBK(
      "灏忓尯|琛楅亾|鏂版潙|鑺卞洯|绀惧尯|灞呮皯|鍚嶇О|椋熷爞|骞煎効|涓婃捣|鍖椾含",
      "像把 UTF-8 误读成 GBK 的乱码",
      "looks like UTF-8 misread as GBK"),
  CHINESE_AS_LATIN(
      "[À-ÿ¡-¿]{3,}", "像把中文误读成西文的乱码", "looks like Chinese misread as a Western code page"),
  UNREADABLE("\uFFFD", "含有无法显示的字符", "has characters that can't be shown");

  private final Pattern mark;
  private final LocalizedText words;

  Mojibake(String mark, String zh, String en) {
    this.mark = Pattern.compile(mark);
    this.words = new LocalizedText(zh, en);
  }

  LocalizedText words() {
    return words;
  }

  static Optional<Mojibake> in(String text) {
    for (Mojibake sort : values()) {
      if (sort.mark.matcher(text).find()) {
        return Optional.of(sort);
      }
    }
    return Optional.empty();
  }
}
