package org.gapmap.domain;

/** A name or sentence in the page's two languages. */
public record LocalizedText(String zh, String en) {
  public LocalizedText {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException(
          "both languages are needed, got zh='" + zh + "' en='" + en + "'");
    }
  }

  /** The same words for both: a document's number, or a name that has no translation. */
  public static LocalizedText same(String words) {
    return new LocalizedText(words, words);
  }

  /** Both languages in one line, for a table that has one column for them. */
  public String both() {
    return zh.equals(en) ? zh : zh + " / " + en;
  }
}
