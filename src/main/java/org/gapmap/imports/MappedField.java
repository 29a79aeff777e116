package org.gapmap.imports;

import org.gapmap.domain.LocalizedText;

/**
 * A field of the file that was taken for a role.
 *
 * @param field its name in the file
 * @param multiplier what its numbers count in: 10,000 where the heading says 万人 or 公顷, else 1
 */
record MappedField(FieldRole role, String field, How how, double multiplier) {
  /** Why it was taken. */
  enum How {
    OWN("GapMap 导出时写下的字段", "a column as GapMap exports it"),
    GIVEN("由命令行指定", "given on the command line"),
    KNOWN("字段词典", "in the dictionary of field names"),
    CUT("字段词典（名称被截为 10 字节）", "in the dictionary, its name cut to ten bytes"),
    NUMBERED("字段词典（忽略名称末尾的数字）", "in the dictionary but for the digits at its end");

    private final String zh;
    private final String en;

    How(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    LocalizedText text() {
      return new LocalizedText(zh, en);
    }
  }
}
