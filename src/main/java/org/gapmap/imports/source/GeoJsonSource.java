package org.gapmap.imports.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gapmap.geo.DeclaredCrs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * GeoJSON, in one text or line by line. A row's number is the feature's place among the features
 * from 1; in a file of lines the line's.
 *
 * <p>It is read once when it is opened, for the names of all properties: a feature need not have
 * those of another.
 */
final class GeoJsonSource implements FeatureSource {
  private static final int SAMPLE = 1000;
  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

  private final TextFile file;
  private final GeoJsonLayout layout;
  private final ReadLimits limits;
  private final Map<String, String> names;
  private final List<Notice> openingWarnings = new ArrayList<>();
  private final List<GeoJsonText> open = new ArrayList<>();
  private final SourceDescription description;
  private @Nullable GeoJsonText last;

  /** What one reading of the whole file found. */
  private record Survey(Set<String> names, int rows, Optional<DeclaredCrs> crs) {}

  private GeoJsonSource(TextFile file, GeoJsonLayout layout, ReadOptions options)
      throws IOException {
    this.file = file;
    this.layout = layout;
    this.limits = options.limits();
    if (file.contradicted()) {
      openingWarnings.add(file.contradiction());
    }
    Survey survey = survey();
    this.names = new LinkedHashMap<>();
    List<String> unique = UniqueNames.of(List.copyOf(survey.names));
    Iterator<String> each = unique.iterator();
    survey.names.forEach(name -> names.put(name, each.next()));
    SampleBounds sample = new SampleBounds();
    String type = sample(sample);
    this.description =
        new SourceDescription(
            file.name(),
            layout == GeoJsonLayout.LINES || layout == GeoJsonLayout.SEPARATED
                ? "geojsonl"
                : "geojson",
            type,
            unique,
            OptionalInt.of(survey.rows),
            file.encoding(),
            survey.crs.or(() -> byRule(sample.bounds())),
            sample.bounds());
  }

  static FeatureSource open(Located at, ReadOptions options) {
    TextFile file = TextFile.open(at, options.encoding());
    try {
      return new GeoJsonSource(file, GeoJsonLayout.of(file), options);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private Survey survey() throws IOException {
    Set<String> found = new LinkedHashSet<>();
    int rows = 0;
    try (GeoJsonText text = new GeoJsonText(file, layout, limits, false)) {
      for (GeoJsonText.Row row = text.next(); row != null; row = text.next()) {
        rows++;
        limits.check(ReadLimits.Setting.ROWS, rows, file.name());
        found.addAll(row.fields().keySet());
        limits.check(ReadLimits.Setting.FIELDS, found.size(), file.name());
      }
      return new Survey(found, rows, text.crs());
    }
  }

  /** Returns the type of the first shape. */
  private String sample(SampleBounds bounds) throws IOException {
    String type = "unknown";
    try (GeoJsonText text = new GeoJsonText(file, layout, limits, true)) {
      GeoJsonText.Row row = text.next();
      for (int i = 0; i < SAMPLE && row != null; i++, row = text.next()) {
        Optional<Geometry> shape = row.shape().geometry();
        if (shape.isPresent()) {
          type = bounds.count() == 0 ? GeometryWords.of(shape.get()) : type;
          bounds.add(shape.get().getEnvelopeInternal());
        }
      }
    }
    return type;
  }

  /** Where the numbers are degrees; metres without a declaration are nobody's standard. */
  private static Optional<DeclaredCrs> byRule(Envelope sample) {
    return !sample.isNull() && WORLD.contains(sample)
        ? Optional.of(
            new DeclaredCrs(DeclaredCrs.Kind.FORMAT_RULE, "EPSG:4326", "GeoJSON (RFC 7946)"))
        : Optional.empty();
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public Iterator<SourceFeature> features() {
    try {
      GeoJsonText text = new GeoJsonText(file, layout, limits, true);
      open.add(text);
      last = text;
      return new Rows(text);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  @Override
  public List<Notice> warnings() {
    List<Notice> all = new ArrayList<>(openingWarnings);
    if (last != null) {
      last.brokenOff().ifPresent(all::add);
    }
    return all;
  }

  @Override
  public void close() {
    open.forEach(GeoJsonText::close);
  }

  private final class Rows implements Iterator<SourceFeature> {
    private final GeoJsonText text;
    private GeoJsonText.@Nullable Row ready;

    Rows(GeoJsonText text) {
      this.text = text;
    }

    @Override
    public boolean hasNext() {
      if (ready == null) {
        ready = text.next();
      }
      return ready != null;
    }

    @Override
    public SourceFeature next() {
      if (!hasNext() || ready == null) {
        throw new NoSuchElementException();
      }
      GeoJsonText.Row row = ready;
      ready = null;
      Map<String, String> fields = new LinkedHashMap<>();
      names.forEach((name, unique) -> fields.put(unique, row.fields().getOrDefault(name, "")));
      return new SourceFeature(row.number(), row.shape().geometry(), fields, row.shape().problem());
    }
  }
}
