package org.gapmap.domain;

/** A name or sentence in the page's two languages. */
public record LocalizedText(String zh, String en) {
  public LocalizedText {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException(
          "both languages are needed, got zh='" + zh + "' en='" + en + "'");
    }
  }
}
