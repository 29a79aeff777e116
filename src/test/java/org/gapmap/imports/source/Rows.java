package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A layer read to its end. */
record Rows(SourceDescription description, List<SourceFeature> features, List<Notice> warnings) {
  static Rows of(Path file) {
    return of(file, ReadOptions.none());
  }

  static Rows of(Path file, String encoding) {
    return of(file, new ReadOptions(Optional.empty(), Optional.of(encoding)));
  }

  static Rows of(Path file, ReadOptions options) {
    try (FeatureSource source = Readers.open(file, options)) {
      List<SourceFeature> features = new ArrayList<>();
      for (Iterator<SourceFeature> i = source.features(); i.hasNext(); ) {
        features.add(i.next());
      }
      requireAlike(features, source.glances());
      return new Rows(source.description(), features, source.warnings());
    }
  }

  /** A glance shows the same rows, and of each shape a point that it has. */
  private static void requireAlike(List<SourceFeature> features, Iterator<SourceFeature> glances) {
    for (SourceFeature row : features) {
      SourceFeature glance = glances.next();
      assertThat(glance.row()).isEqualTo(row.row());
      assertThat(glance.fields()).isEqualTo(row.fields());
      row.geometry()
          .ifPresent(
              shape ->
                  assertThat(shape.getCoordinates())
                      .contains(glance.geometry().orElseThrow().getCoordinate()));
    }
    assertThat(glances.hasNext()).isFalse();
  }

  List<String> column(String name) {
    return features.stream().map(f -> String.valueOf(f.fields().get(name))).toList();
  }

  List<String> warningCodes() {
    return warnings.stream().map(Notice::code).toList();
  }

  List<String> problemCodes() {
    return features.stream().flatMap(f -> f.problem().stream()).map(Notice::code).toList();
  }
}
