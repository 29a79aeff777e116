package org.gapmap.imports.source;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts of a file as bytes, to be read in one charset or another. Those in plain ASCII say nothing
 * and are left out.
 */
final class TextSample {
  /** Enough for any doubt; a file of a million rows holds the same kind of names. */
  private static final int MOST_TEXTS = 3_000;

  private static final int LONGEST = 400;
  private static final int LONG_BYTES = 10;
  private static final int LEAST_LONG = 3;

  private final List<byte[]> names = new ArrayList<>();
  private final List<byte[]> texts = new ArrayList<>();

  /** A field's name, ASCII or not. */
  void addName(byte[] name) {
    names.add(name.clone());
  }

  void add(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + LONGEST);
    while (end > from && bytes[end - 1] == ' ') {
      end--;
    }
    if (texts.size() < MOST_TEXTS && !FieldText.isAscii(bytes, from, end)) {
      texts.add(Arrays.copyOfRange(bytes, from, end));
    }
  }

  /**
   * Cells of a file of separated values, from its start: no charset in question uses the bytes of
   * these separators within a character.
   *
   * @param text how much of the file is looked at
   */
  static TextSample ofSeparated(byte[] text) {
    TextSample sample = new TextSample();
    boolean heading = true;
    int from = 0;
    for (int i = 0; i < text.length && !sample.isFull(); i++) {
      if (",;\t\n\r\"".indexOf(text[i]) >= 0) {
        if (heading && i > from) {
          sample.addName(Arrays.copyOfRange(text, from, i));
        }
        sample.add(text, from, i);
        heading &= text[i] != '\n';
        from = i + 1;
      }
    }
    return sample;
  }

  boolean isFull() {
    return texts.size() >= MOST_TEXTS;
  }

  boolean isEmpty() {
    return texts.isEmpty() && names.stream().allMatch(n -> FieldText.isAscii(n, 0, n.length));
  }

  /** Texts with anything but ASCII in them, names of fields aside. */
  int texts() {
    return texts.size();
  }

  /**
   * What the texts are in a charset.
   *
   * @param logLikelihood of all texts together, see {@link TextModel}
   * @param han Chinese characters, of which {@code common} are among the most common
   * @param broken texts with bytes that are no text in the charset
   */
  record Reading(
      Charset charset,
      double logLikelihood,
      int han,
      int common,
      int broken,
      List<String> examples,
      List<String> fieldNames) {
    Reading {
      examples = List.copyOf(examples);
      fieldNames = List.copyOf(fieldNames);
    }
  }

  /**
   * @param examples how many decoded texts to give: the same ones for every charset
   */
  Reading as(Charset charset, int examples) {
    FieldText decoder = new FieldText(charset);
    double sum = 0;
    int han = 0;
    int common = 0;
    int broken = 0;
    List<String> shown = new ArrayList<>();
    List<String> fieldNames = new ArrayList<>();
    for (byte[] name : names) {
      String text = decoder.lenient(name, 0, name.length);
      fieldNames.add(text);
      sum += FieldText.isAscii(name, 0, name.length) ? 0 : TextModel.logLikelihood(text);
    }
    List<Integer> chosen = spread(examples);
    for (int i = 0; i < texts.size(); i++) {
      byte[] bytes = texts.get(i);
      broken += decoder.strict(bytes, 0, bytes.length) == null ? 1 : 0;
      String text = decoder.lenient(bytes, 0, bytes.length);
      sum += TextModel.logLikelihood(text);
      han += TextModel.han(text);
      common += TextModel.common(text);
      if (chosen.contains(i)) {
        shown.add(text.strip());
      }
    }
    return new Reading(charset, sum, han, common, broken, shown, fieldNames);
  }

  /**
   * Places of texts that differ from each other, from all over the sample. Long ones where there
   * are any: they show more, and the short ones may be people's names.
   */
  private List<Integer> spread(int count) {
    List<Integer> longOnes = spread(count, LONG_BYTES);
    return longOnes.size() >= LEAST_LONG ? longOnes : spread(count, 1);
  }

  private List<Integer> spread(int count, int leastBytes) {
    List<Integer> chosen = new ArrayList<>();
    int step = Math.max(1, texts.size() / Math.max(1, 8 * count));
    for (int i = 0; i < texts.size() && chosen.size() < count; i += step) {
      byte[] text = texts.get(i);
      if (text.length >= leastBytes
          && chosen.stream().noneMatch(c -> Arrays.equals(texts.get(c), text))) {
        chosen.add(i);
      }
    }
    return chosen;
  }
}
