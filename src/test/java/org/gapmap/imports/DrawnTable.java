package org.gapmap.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.gapmap.domain.LocalizedText;
import org.gapmap.imports.source.EncodingChoice;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.Notice;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.imports.source.SourceDescription;
import org.gapmap.imports.source.SourceFeature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A file drawn in a test: rows of texts with their shapes, in degrees. */
final class DrawnTable implements FeatureSource {
  private final String geometryType;
  private final List<String> fields;
  private final List<SourceFeature> rows = new ArrayList<>();
  private int readings;
  private int breakInReading = -1;

  DrawnTable(String geometryType, String... fields) {
    this.geometryType = geometryType;
    this.fields = List.of(fields);
  }

  /** A row; an empty WKT is a null shape. */
  DrawnTable row(String wkt, String... values) {
    Map<String, String> texts = new LinkedHashMap<>();
    Iterator<String> given = Arrays.asList(values).iterator();
    fields.forEach(field -> texts.put(field, given.hasNext() ? given.next() : ""));
    Optional<Geometry> shape = wkt.isEmpty() ? Optional.empty() : Optional.of(read(wkt));
    Optional<Notice> problem =
        wkt.isEmpty()
            ? Optional.of(new Notice("null_shape", new LocalizedText("空图形", "no shape"), ""))
            : Optional.empty();
    rows.add(new SourceFeature(rows.size() + 1, shape, texts, problem));
    return this;
  }

  /** The disk fails at the last row of the second reading, the one that stores. */
  DrawnTable breakingAtTheLastRow() {
    breakInReading = 2;
    return this;
  }

  BiFunction<Path, ReadOptions, FeatureSource> opener() {
    return (file, options) -> this;
  }

  /** A box of so many thousandths of a degree, its lower left corner at lon, lat. */
  static String box(double lon, double lat, double thousandths) {
    double size = thousandths / 1000;
    return "POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))"
        .formatted(lon, lat, lon + size, lat, lon + size, lat + size, lon, lat + size, lon, lat);
  }

  @Override
  public SourceDescription description() {
    Envelope sample = new Envelope();
    rows.forEach(
        row ->
            row.geometry()
                .map(Geometry::getEnvelopeInternal)
                .filter(e -> e.getMinX() > 70)
                .ifPresent(sample::expandToInclude));
    return new SourceDescription(
        "drawn.shp",
        "shapefile",
        geometryType,
        fields,
        OptionalInt.of(rows.size()),
        new EncodingChoice(
            StandardCharsets.UTF_8,
            EncodingChoice.From.VALID_UTF8,
            new LocalizedText("有效的 UTF-8", "valid UTF-8")),
        Optional.empty(),
        sample);
  }

  @Override
  public Iterator<SourceFeature> features() {
    readings++;
    boolean breaks = readings == breakInReading;
    Iterator<SourceFeature> all = rows.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public SourceFeature next() {
        SourceFeature row = all.next();
        if (breaks && !all.hasNext()) {
          throw new IllegalStateException("the disk failed");
        }
        return row;
      }
    };
  }

  @Override
  public List<Notice> warnings() {
    return List.of();
  }

  @Override
  public void close() {}

  private static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
