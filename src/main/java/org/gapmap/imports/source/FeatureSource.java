package org.gapmap.imports.source;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A layer in a file, open for reading. Not for several threads. */
public interface FeatureSource extends AutoCloseable {
  SourceDescription description();

  /**
   * The rows in file order, read as they are asked for. Each call starts from the first row. A
   * damaged row comes with its problem; damage that ends the file ends the rows, with a warning.
   */
  Iterator<SourceFeature> features();

  /**
   * The same rows for whoever asks no more of a shape than where it about is: a format may give one
   * point of it, also of a shape that proves to be none when it is read whole.
   */
  default Iterator<SourceFeature> glances() {
    return features();
  }

  /**
   * What was found wrong with the file as a whole; complete once {@link #features} has been read to
   * the end.
   */
  List<Notice> warnings();

  /**
   * The texts in each charset that comes into question, the likeliest first; none where the format
   * leaves no doubt. Looks at a sample of the file.
   */
  default List<EncodingReading> encodings() {
    return List.of();
  }

  /** The fields that a row's place is read from; none where it has a geometry of its own. */
  default Set<String> placeFields() {
    return Set.of();
  }

  @Override
  void close();
}
