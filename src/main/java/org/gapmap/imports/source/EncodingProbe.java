package org.gapmap.imports.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries the texts of a file in the charsets that come into question. Not for several threads. */
final class EncodingProbe {
  private final Map<Charset, Tally> tallies = new LinkedHashMap<>();
  private final List<Charset> declared = new ArrayList<>();
  private final TextSample sample = new TextSample();
  private @Nullable EncodingTrial trial;
  private int texts;

  EncodingProbe(Iterable<Charset> candidates) {
    candidates.forEach(this::candidate);
    declared.addAll(tallies.keySet());
    candidate(StandardCharsets.UTF_8);
    candidate(CharsetNames.GB18030);
  }

  private void candidate(Charset charset) {
    tallies.computeIfAbsent(charset, c -> new Tally(new FieldText(c)));
  }

  /** Looks at one text; pure ASCII says nothing and is passed over. */
  void add(byte[] bytes, int from, int to) {
    if (FieldText.isAscii(bytes, from, to)) {
      return;
    }
    texts++;
    sample.add(bytes, from, to);
    tally(bytes, from, to);
  }

  /** Looks at a field's name. */
  void addName(byte[] name) {
    sample.addName(name);
    if (!FieldText.isAscii(name, 0, name.length)) {
      texts++;
      tally(name, 0, name.length);
    }
  }

  /** Weighs the decoded texts; to be asked when all have been seen. */
  EncodingTrial trial() {
    if (trial == null) {
      trial = new EncodingTrial(sample, declared);
    }
    return trial;
  }

  private void tally(byte[] bytes, int from, int to) {
    for (Tally tally : tallies.values()) {
      if (!tally.decoder.reads(bytes, from, to)) {
        tally.failures++;
      } else if (tally.example.isEmpty()) {
        tally.example = tally.decoder.lenient(bytes, from, to).strip();
      }
    }
  }

  boolean asciiOnly() {
    return texts == 0;
  }

  /** Texts with anything but ASCII in them. */
  int texts() {
    return texts;
  }

  /** Whether every text was tried in the charset. */
  boolean tried(Charset charset) {
    return tallies.containsKey(charset);
  }

  boolean reads(Charset charset) {
    return failures(charset) == 0;
  }

  /** How many texts are not valid in the charset, which must be one of the candidates. */
  int failures(Charset charset) {
    return tally(charset).failures;
  }

  /** The first text with anything but ASCII in it, as the charset reads it; may be empty. */
  String example(Charset charset) {
    return tally(charset).example;
  }

  private Tally tally(Charset charset) {
    Tally tally = tallies.get(charset);
    if (tally == null) {
      throw new IllegalArgumentException(charset + " was no candidate");
    }
    return tally;
  }

  private static final class Tally {
    final FieldText decoder;
    int failures;
    String example = "";

    Tally(FieldText decoder) {
      this.decoder = decoder;
    }
  }
}
