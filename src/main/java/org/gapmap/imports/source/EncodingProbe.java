package org.gapmap.imports.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tries the texts of a file in the charsets that come into question. Not for several threads. */
final class EncodingProbe {
  private final Map<Charset, Tally> tallies = new LinkedHashMap<>();
  private int texts;

  EncodingProbe(Iterable<Charset> candidates) {
    candidates.forEach(this::candidate);
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
    for (Tally tally : tallies.values()) {
      String text = tally.decoder.strict(bytes, from, to);
      if (text == null) {
        tally.failures++;
      } else if (tally.example.isEmpty()) {
        tally.example = text.strip();
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
