package org.gapmap.imports.source;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A source whose file goes away with it. */
record UnpackedSource(FeatureSource source, Located at) implements FeatureSource {
  @Override
  public SourceDescription description() {
    return source.description();
  }

  @Override
  public List<EncodingReading> encodings() {
    return source.encodings();
  }

  @Override
  public Iterator<SourceFeature> features() {
    return source.features();
  }

  @Override
  public Iterator<SourceFeature> glances() {
    return source.glances();
  }

  @Override
  public Set<String> placeFields() {
    return source.placeFields();
  }

  @Override
  public List<Notice> warnings() {
    return source.warnings();
  }

  @Override
  public void close() {
    try {
      source.close();
    } finally {
      at.close();
    }
  }
}
