package org.gapmap.imports.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.geo.DeclaredCrs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * One layer of an OpenStreetMap extract. The file is read anew for each thing that must be known
 * before the next, and only what the layer needs is kept of it: the nodes of member ways, and 16
 * bytes for each node that a shape goes through. So a country's extract may be read for the city's
 * compounds in little memory, and items may stand in any order.
 */
final class OsmSource implements FeatureSource {
  static final String FORMAT = "osm";

  private static final List<LayerType> LAYERS =
      List.of(
          LayerType.COMMUNITIES,
          LayerType.FACILITIES,
          LayerType.STREETS,
          LayerType.BUILDINGS,
          LayerType.LAND_USE,
          LayerType.AREAS,
          LayerType.GATES,
          LayerType.ADDRESSES);
  private static final int SAMPLE = 1000;

  /**
   * Of a layer of no more items they are kept, so that the file need not be read for each again.
   */
  private static final int MOST_KEPT = 100_000;

  private static final String WGS_84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private final OsmFile file;
  private final LayerType type;
  private final OsmTagTable table;
  private final ReadLimits limits;
  private final OsmColumns columns;
  private final OsmPlaces places = new OsmPlaces();
  private final OsmMemberWays memberWays = new OsmMemberWays();
  private final OsmStreetNodes streetNodes = new OsmStreetNodes();
  private final OsmDoors doors;
  private final OsmShapes shapes;
  private final SourceDescription description;
  private final List<OsmItems> open = new ArrayList<>();

  /** The layer's items in file order, with what they were taken for; null where there are many. */
  private @Nullable List<Kept> kept = new ArrayList<>();

  private record Kept(OsmItem item, OsmTagTable.Taken taken) {}

  private OsmSource(OsmFile file, LayerType type, OsmTagTable table, ReadOptions options) {
    this.file = file;
    this.type = type;
    this.table = table;
    this.limits = options.limits();
    this.columns = new OsmColumns(type, table);
    this.doors = new OsmDoors(table);
    this.shapes = new OsmShapes(type, places, memberWays, streetNodes);
    int rows = findRows();
    this.description =
        new SourceDescription(
            LayerNames.fileName(file.path()),
            FORMAT,
            geometryType(type),
            columns.names(),
            OptionalInt.of(rows),
            new EncodingChoice(
                StandardCharsets.UTF_8,
                EncodingChoice.From.FORMAT,
                new LocalizedText("OpenStreetMap 数据总是 UTF-8", "OpenStreetMap is always UTF-8")),
            Optional.of(
                new DeclaredCrs(DeclaredCrs.Kind.WKT, WGS_84, LayerNames.fileName(file.path()))),
            sample());
  }

  /**
   * @throws UserError where the file is damaged, or the options want no layer that such an extract
   *     holds
   */
  static FeatureSource open(Path path, ReadOptions options) {
    OsmFile file = new OsmFile(path, options.limits());
    LayerType type = wanted(file, options);
    OsmTagTable table =
        OsmTagTable.find(type)
            .orElseThrow(
                () ->
                    new UserError(
                        "an OpenStreetMap extract holds no " + word(type),
                        LayerNames.fileName(path),
                        "import another file as " + word(type)));
    return new OsmSource(file, type, table, options);
  }

  /** The types of layer that an extract may hold. */
  static SourceLayers layers() {
    return new SourceLayers(
        FORMAT,
        LAYERS.stream()
            .map(type -> new SourceLayer(word(type), geometryType(type), OptionalLong.empty()))
            .toList());
  }

  private static LayerType wanted(OsmFile file, ReadOptions options) {
    if (options.wanted().isPresent()) {
      return options.wanted().get();
    }
    List<String> words = LAYERS.stream().map(OsmSource::word).toList();
    String named = options.layer().orElse("").toLowerCase(Locale.ROOT).replace('_', '-');
    if (!words.contains(named)) {
      throw new UserError(
          "an OpenStreetMap extract holds several layers",
          LayerNames.fileName(file.path()),
          "say which: " + String.join(", ", words));
    }
    return LAYERS.get(words.indexOf(named));
  }

  private static String word(LayerType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String geometryType(LayerType type) {
    return switch (type) {
      case STREETS -> "line";
      case GATES, ADDRESSES -> "point";
      case COMMUNITIES, AREAS, LAND_USE -> "polygon";
      case FACILITIES, SITES, BUILDINGS, POPULATION -> "unknown";
    };
  }

  /** The readings before the first row: what is wanted, what that is made of, where it lies. */
  private int findRows() {
    int rows = 0;
    try (OsmItems items = file.read()) {
      for (OsmItem item = items.next(); item != null; item = items.next()) {
        Optional<OsmTagTable.Taken> taken = taken(item);
        if (type == LayerType.GATES) {
          doors.count(item, taken.isPresent());
        }
        if (taken.isEmpty()) {
          if (item instanceof OsmItem.Node node && table.stops(node.tags())) {
            streetNodes.stop(node.id());
          }
          continue;
        }
        if (rows == limits.rows()) {
          throw new UserError(
              "it has more than " + limits.rows() + " rows for this layer",
              LayerNames.fileName(file.path()),
              "cut out the city, or start GapMap with a larger "
                  + ReadLimits.Setting.ROWS.variable());
        }
        rows++;
        keep(item, taken.get());
        columns.count(item.tags());
        if (item instanceof OsmItem.Way way) {
          want(way);
          if (type == LayerType.STREETS) {
            streetNodes.count(way, taken.get().as());
          }
        } else if (item instanceof OsmItem.Relation relation) {
          relation.members().stream()
              .filter(m -> m.type() == OsmItem.MemberType.WAY)
              .forEach(m -> memberWays.want(m.ref()));
        }
      }
    }
    columns.prepare();
    memberWays.prepare();
    if (!memberWays.isEmpty()) {
      readMemberWays();
    }
    places.prepare();
    if (places.size() > 0) {
      readPlaces();
    }
    if (type == LayerType.STREETS && streetNodes.needsWays(places)) {
      try (Layer layer = layer()) {
        for (Kept next = layer.next(); next != null; next = layer.next()) {
          if (next.item() instanceof OsmItem.Way way) {
            streetNodes.look(way, next.taken().as());
          }
        }
      }
      streetNodes.part(places);
    }
    if (doors.needsWays()) {
      eachWay(doors::look);
    }
    return rows;
  }

  private void keep(OsmItem item, OsmTagTable.Taken taken) {
    if (kept != null && kept.size() < MOST_KEPT) {
      kept.add(new Kept(item, taken));
    } else {
      kept = null;
    }
  }

  /** The layer's items: kept ones, or from the file again. */
  private Layer layer() {
    if (kept != null) {
      return new Layer(kept.iterator(), null);
    }
    OsmItems items = file.read();
    open.add(items);
    return new Layer(Collections.emptyIterator(), items);
  }

  private final class Layer implements AutoCloseable {
    private final Iterator<Kept> known;
    private final @Nullable OsmItems items;

    Layer(Iterator<Kept> known, @Nullable OsmItems items) {
      this.known = known;
      this.items = items;
    }

    @Nullable Kept next() {
      if (known.hasNext()) {
        return known.next();
      }
      for (OsmItem item = items == null ? null : items.next();
          items != null && item != null;
          item = items.next()) {
        Optional<OsmTagTable.Taken> taken = taken(item);
        if (taken.isPresent()) {
          return new Kept(item, taken.get());
        }
      }
      return null;
    }

    @Override
    public void close() {
      if (items != null) {
        items.close();
        open.remove(items);
      }
    }
  }

  private void eachWay(Consumer<OsmItem.Way> asked) {
    try (OsmItems items = file.read()) {
      for (OsmItem item = items.next(); item != null; item = items.next()) {
        if (item instanceof OsmItem.Way way) {
          asked.accept(way);
        }
      }
    }
  }

  private void want(OsmItem.Way way) {
    for (long node : way.nodes()) {
      places.want(node);
    }
  }

  private void readMemberWays() {
    eachWay(
        way -> {
          if (memberWays.keep(way)) {
            want(way);
          }
        });
  }

  private void readPlaces() {
    try (OsmItems items = file.read()) {
      for (OsmItem item = items.next(); item != null; item = items.next()) {
        if (item instanceof OsmItem.Node node) {
          places.put(node);
        }
      }
    }
  }

  private Optional<OsmTagTable.Taken> taken(OsmItem item) {
    if (item.tags().isEmpty() || !canBeOfLayer(item)) {
      return Optional.empty();
    }
    return table.take(item.tags());
  }

  /** A relation counts as an area only; a piece of a boundary is none. */
  private boolean canBeOfLayer(OsmItem item) {
    if (item instanceof OsmItem.Relation relation) {
      return relation.isArea() && type != LayerType.STREETS;
    }
    return switch (type) {
      case STREETS -> item instanceof OsmItem.Way;
      case AREAS -> item instanceof OsmItem.Way way && way.isClosed();
      default -> true;
    };
  }

  private Envelope sample() {
    SampleBounds sample = new SampleBounds();
    try (Rows rows = new Rows(layer())) {
      while (sample.count() < SAMPLE && rows.hasNext()) {
        rows.next().geometry().ifPresent(shape -> sample.add(shape.getEnvelopeInternal()));
      }
    }
    return sample.bounds();
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public Iterator<SourceFeature> features() {
    return new Rows(layer());
  }

  @Override
  public List<Notice> warnings() {
    return List.of();
  }

  @Override
  public void close() {
    open.forEach(OsmItems::close);
    open.clear();
  }

  private final class Rows implements Iterator<SourceFeature>, AutoCloseable {
    private final Layer layer;
    private int row;
    private boolean over;
    private @Nullable SourceFeature ready;

    Rows(Layer layer) {
      this.layer = layer;
    }

    @Override
    public boolean hasNext() {
      if (ready == null && !over) {
        Kept next = layer.next();
        if (next == null) {
          over = true;
          layer.close();
        } else {
          ready = feature(next.item(), next.taken());
        }
      }
      return ready != null;
    }

    private SourceFeature feature(OsmItem item, OsmTagTable.Taken taken) {
      Map<String, String> fields = columns.of(item, doors.told(item, taken));
      ShapeDecoder.Decoded shape = shapes.of(item);
      return new SourceFeature(++row, shape.geometry(), fields, shape.problem());
    }

    @Override
    public SourceFeature next() {
      if (!hasNext() || ready == null) {
        throw new NoSuchElementException();
      }
      SourceFeature next = ready;
      ready = null;
      return next;
    }

    @Override
    public void close() {
      layer.close();
    }
  }
}
