package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of offices' files as data: the YAML under {@code resources/imports}. */
final class Vocabulary {
  /** Read once. */
  private static final class Fields {
    private static final JsonNode ROOT = yaml("/imports/fields.yaml");
  }

  /** Read once. */
  private static final class Words {
    private static final JsonNode ROOT = yaml("/imports/words.yaml");
  }

  private Vocabulary() {}

  /** {@code imports/fields.yaml}: what fields are called. */
  static JsonNode fields() {
    return Fields.ROOT;
  }

  /** {@code imports/words.yaml}: what values mean. */
  static JsonNode words() {
    return Words.ROOT;
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** Full-width characters to half-width ones, case folded, blanks at both ends gone. */
  static String fold(String text) {
    String narrow =
        isPlain(text) || Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return narrow.toLowerCase(Locale.ROOT).strip();
  }

  /** ASCII and the common ideographs, as nearly all values are: none of them folds any further. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && (c < 0x4E00 || c > 0x9FFF)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Folded, and without what tells no two names apart: blanks, {@code _}, {@code -}, dots, colons.
   */
  static String bare(String name) {
    return fold(name).replaceAll("[\\s_\\-.·:]+", "");
  }

  private static JsonNode yaml(String resource) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not there");
      }
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
