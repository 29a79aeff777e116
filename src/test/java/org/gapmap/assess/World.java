package org.gapmap.assess;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.gapmap.domain.Area;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.Building;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.CapacityNorm.Basis;
import org.gapmap.domain.CapacityNorm.Measure;
import org.gapmap.domain.Citation;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Gate;
import org.gapmap.domain.LandParcel;
import org.gapmap.domain.LandUseClass;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Obligation;
import org.gapmap.domain.Population;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.PopulationGrid;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.Provision;
import org.gapmap.domain.Reach;
import org.gapmap.domain.Renovation;
import org.gapmap.domain.Requirement;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.StreetRule;
import org.gapmap.domain.Streets;
import org.gapmap.domain.Thresholds;
import org.gapmap.domain.Verification;
import org.gapmap.geo.LocalPlane;
import org.gapmap.store.CitySnapshot;
import org.gapmap.store.Completeness;
import org.gapmap.store.ImportHeader;
import org.gapmap.store.LayerImport;
import org.gapmap.store.LayerStore;
import org.gapmap.store.LayerVersion;
import org.gapmap.store.NewCommunity;
import org.gapmap.store.NewFacility;
import org.gapmap.store.NewShape;
import org.gapmap.store.SourceRow;
import org.gapmap.store.Surroundings;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** A small city drawn in metres around a point, for tests. Rectangles and points. */
public final class World {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  static final Citation CITATION =
      new Citation(
          new LocalizedText("1", "1"),
          new LocalizedText("测试", "test"),
          2026,
          Verification.UNVERIFIED,
          true,
          "",
          "");

  /** Kinds of these worlds whose capacity is an area. */
  public static final Set<String> KINDS_IN_SQM = Set.of("fitness");

  private final LocalPlane plane;
  private final List<Community> communities = new ArrayList<>();
  private final List<Facility> facilities = new ArrayList<>();
  private final List<Area> areas = new ArrayList<>();
  private final List<LandParcel> land = new ArrayList<>();
  private final List<Building> buildings = new ArrayList<>();
  private final List<PopulationGrid> grids = new ArrayList<>();
  private final Map<String, Completeness> layers = new LinkedHashMap<>();
  private final Streets.Builder streets = new Streets.Builder();
  private final List<Gate> gates = new ArrayList<>();
  private int streetCount;

  /** Around a point in Wuhan. */
  public World() {
    this(114.3, 30.6);
  }

  /** Around a point of longitude and latitude in degrees. */
  World(double lon, double lat) {
    plane = LocalPlane.at(lon, lat);
  }

  /** Adds a rectangle from (x0, y0) to (x1, y1); residents below 0 are unknown. */
  public World community(String name, int residents, double x0, double y0, double x1, double y1) {
    Population population =
        Population.of(
            OptionalInt.empty(),
            residents < 0 ? OptionalInt.empty() : OptionalInt.of(residents),
            OptionalInt.empty(),
            OptionalInt.empty());
    return community(name, population, x0, y0, x1, y1);
  }

  /** Adds a rectangle and all that its file says of its people. */
  public World community(
      String name, Population population, double x0, double y0, double x1, double y1) {
    int number = communities.size() + 1;
    communities.add(
        new Community(
            number,
            name,
            rectangle(x0, y0, x1, y1),
            population,
            OptionalInt.empty(),
            Optional.empty(),
            new Provenance(1, "test", "communities.shp", number)));
    return this;
  }

  /** What the file says of the renovation of the community added last. */
  public World renovation(Renovation state) {
    Community last = communities.remove(communities.size() - 1);
    communities.add(
        new Community(
            last.id(),
            last.name(),
            last.boundary(),
            last.population(),
            last.buildYear(),
            Optional.of(state),
            last.provenance()));
    return this;
  }

  /** Adds an open, public facility, and a list of its kind for the whole city. */
  public World facility(String kind, String name, double x, double y) {
    return facility(kind, name, x, y, FacilityStatus.OPEN, FacilityAccess.PUBLIC);
  }

  public World facility(
      String kind, String name, double x, double y, FacilityStatus status, FacilityAccess access) {
    layers.putIfAbsent(kind, Completeness.ASSUMED_WHOLE_CITY);
    facilities.add(
        new Facility(
            kind,
            "",
            name,
            SHAPES.createPoint(lonLat(x, y)),
            status,
            access,
            Provision.UNKNOWN,
            new Provenance(2, "test", kind + ".shp", facilities.size() + 1)));
    return this;
  }

  /** Adds an open, public facility with what it offers, drawn in metres as a point or a polygon. */
  public World facility(String kind, String name, Geometry metres, Provision provision) {
    layers.putIfAbsent(kind, Completeness.ASSUMED_WHOLE_CITY);
    facilities.add(
        new Facility(
            kind,
            "",
            name,
            lonLat(metres),
            FacilityStatus.OPEN,
            FacilityAccess.PUBLIC,
            provision,
            new Provenance(2, "test", kind + ".shp", facilities.size() + 1)));
    return this;
  }

  /** A shape in metres, in degrees. */
  public Geometry lonLat(Geometry metres) {
    Geometry degrees = metres.copy();
    degrees.apply(
        (CoordinateFilter)
            at -> {
              Coordinate place = lonLat(at.x, at.y);
              at.x = place.x;
              at.y = place.y;
            });
    degrees.geometryChanged();
    return degrees;
  }

  /** Says that a kind's list is complete in a rectangle only. */
  public World completeIn(String kind, double x0, double y0, double x1, double y1) {
    layers.put(kind, new Completeness("a district", Optional.of(rectangle(x0, y0, x1, y1)), true));
    return this;
  }

  /** Adds an administrative area; kept in memory only. */
  public World area(AreaLevel level, String name, double x0, double y0, double x1, double y1) {
    Provenance from = new Provenance(50, "test", "areas.shp", areas.size() + 1);
    areas.add(new Area(name, level, rectangle(x0, y0, x1, y1), from));
    return this;
  }

  /** Adds a parcel of residential land; kept in memory only. */
  public World residentialLand(double x0, double y0, double x1, double y1) {
    Provenance from = new Provenance(51, "test", "land.shp", land.size() + 1);
    land.add(new LandParcel(LandUseClass.RESIDENTIAL, rectangle(x0, y0, x1, y1), from));
    return this;
  }

  /** Adds a building; a floor area below 0 is unknown. Kept in memory only. */
  public World building(Population population, double floorSqm, double x, double y) {
    Coordinate place = lonLat(x, y);
    buildings.add(
        new Building(
            place.x,
            place.y,
            population,
            floorSqm < 0 ? OptionalDouble.empty() : OptionalDouble.of(floorSqm),
            new Provenance(52, "test", "buildings.shp", buildings.size() + 1)));
    return this;
  }

  /** Adds a population raster; kept in memory only. */
  public World grid(PopulationGrid grid) {
    grids.add(grid);
    return this;
  }

  /** Adds a street on the ground along points x, y in turn; kept in memory only. */
  public World street(String name, double... xy) {
    return streetAt(0, name, xy);
  }

  /** Adds a street at a level: a bridge above 0, a tunnel below. */
  public World streetAt(int level, String name, double... xy) {
    double[] line = new double[xy.length];
    for (int k = 0; k < xy.length; k += 2) {
      Coordinate at = lonLat(xy[k], xy[k + 1]);
      line[k] = at.x;
      line[k + 1] = at.y;
    }
    streets.add(
        60,
        ++streetCount,
        new Streets.Row(name, "footway", StreetRule.FOOTPATH, level, level > 0, level < 0, false),
        line,
        line.length);
    return this;
  }

  /** Adds a gate that everybody knows of; kept in memory only. */
  public World gate(String name, double x, double y) {
    Coordinate at = lonLat(x, y);
    gates.add(new Gate(at.x, at.y, name, Gate.Use.ANY, false, 61, gates.size() + 1));
    return this;
  }

  /** The city, not stored anywhere. */
  public City city() {
    return new City(
        snapshot(), KINDS_IN_SQM, WalkSource.of(() -> new WalkSource.Ways(streets.build(), gates)));
  }

  /** The same streets and communities with other facilities, read anew. */
  City cityWith(List<Facility> others) {
    CitySnapshot own = snapshot();
    return new City(
        new CitySnapshot(
            own.key(),
            own.name(),
            false,
            1,
            own.layers(),
            own.communities(),
            others,
            own.surroundings()),
        KINDS_IN_SQM,
        WalkSource.of(() -> new WalkSource.Ways(streets.build(), gates)));
  }

  /** What the store would give. */
  public CitySnapshot snapshot() {
    List<LayerVersion> versions = new ArrayList<>();
    layers.forEach(
        (kind, completeness) ->
            versions.add(
                new LayerVersion(
                    versions.size() + 2,
                    new LayerKey("test", LayerType.FACILITIES, kind, "test"),
                    1,
                    1,
                    new LayerVersion.Origin(kind + ".shp", "EPSG:4490", Instant.EPOCH),
                    completeness,
                    JsonNodeFactory.instance.objectNode())));
    return new CitySnapshot(
        "test",
        "Test",
        false,
        1,
        versions,
        communities,
        facilities,
        new Surroundings(areas, land, buildings, grids));
  }

  /** Imports the world as a city, layer by layer. */
  public void store(LayerStore layers, String city) {
    try (LayerImport layer = layers.begin(header(city, LayerType.COMMUNITIES, "communities.shp"))) {
      for (Community community : communities) {
        layer.addCommunity(
            new NewCommunity(
                community.provenance().row(),
                community.name(),
                community.name(),
                community.boundary(),
                community.population(),
                community.buildYear(),
                community.renovation(),
                Map.of()));
      }
      layer.commit("{\"warnings\": [{\"code\": \"test\", \"count\": 1}]}");
    }
    storeWays(layers, city);
    for (String kind : layers()) {
      try (LayerImport layer = layers.begin(header(city, LayerType.FACILITIES, kind))) {
        for (Facility facility : facilities) {
          if (facility.kind().equals(kind)) {
            layer.addFacility(
                kind,
                new NewFacility(
                    new SourceRow(
                        facility.provenance().row(), facility.provenance().key(), Map.of()),
                    facility.subtype(),
                    facility.name(),
                    facility.place(),
                    facility.status(),
                    facility.access(),
                    facility.provision()));
          }
        }
        layer.commit("{}");
      }
    }
  }

  /** Imports its streets and gates too, where it has any. */
  private void storeWays(LayerStore store, String city) {
    Streets drawn = streets.build();
    if (drawn.size() > 0) {
      try (LayerImport layer = store.begin(header(city, LayerType.STREETS, "streets.osm"))) {
        for (int k = 0; k < drawn.size(); k++) {
          layer.addShape(street(drawn, k));
        }
        layer.commit("{}");
      }
    }
    if (!gates.isEmpty()) {
      try (LayerImport layer = store.begin(header(city, LayerType.GATES, "gates.shp"))) {
        for (Gate gate : gates) {
          layer.addShape(
              new NewShape(
                  gate.row(),
                  gate.name(),
                  "",
                  SHAPES.createPoint(new Coordinate(gate.lon(), gate.lat())),
                  Map.of()));
        }
        layer.commit("{}");
      }
    }
  }

  private static NewShape street(Streets drawn, int k) {
    Coordinate[] line = new Coordinate[drawn.vertices(k)];
    for (int v = 0; v < line.length; v++) {
      line[v] = new Coordinate(drawn.lon(k, v), drawn.lat(k, v));
    }
    return new NewShape(
        drawn.row(k),
        drawn.name(k),
        drawn.category(k),
        SHAPES.createLineString(line),
        Map.of("@id", "way/" + k, "gapmap:walk", drawn.rule(k).id()));
  }

  private List<String> layers() {
    return List.copyOf(layers.keySet());
  }

  private ImportHeader header(String city, LayerType type, String kind) {
    return new ImportHeader(
        city,
        "",
        false,
        type,
        "test",
        kind,
        "EPSG:4490",
        layers.getOrDefault(kind, Completeness.ASSUMED_WHOLE_CITY));
  }

  public Coordinate lonLat(double x, double y) {
    return plane.toLonLat(x, y);
  }

  /** A rectangle in degrees, its sides drawn with points enough to stay straight in metres. */
  public MultiPolygon rectangle(double x0, double y0, double x1, double y1) {
    Polygon polygon =
        SHAPES.createPolygon(
            new Coordinate[] {
              lonLat(x0, y0), lonLat(x1, y0), lonLat(x1, y1), lonLat(x0, y1), lonLat(x0, y0)
            });
    return SHAPES.createMultiPolygon(new Polygon[] {polygon});
  }

  /** A standard with one row. */
  public static ServiceStandard standard(String kind, double radiusMetres, String... satisfiedBy) {
    return standard(
        PopulationAssumptions.NONE,
        new ServiceRule(
            kind,
            satisfiedBy.length == 0 ? List.of(kind) : List.of(satisfiedBy),
            Reach.straight(radiusMetres),
            Optional.empty(),
            Requirement.NONE,
            CITATION));
  }

  /** A standard with one row, and what it takes for granted about people. */
  public static ServiceStandard standard(PopulationAssumptions population, ServiceRule rule) {
    return new ServiceStandard(
        "test",
        new LocalizedText("测试", "Test"),
        Optional.empty(),
        new Thresholds(0.9, 0.5),
        new LocalizedText("本地", "local"),
        population,
        List.of(rule));
  }

  /** A row with a capacity norm. */
  public static ServiceRule rule(
      String kind, double radiusMetres, double amount, Measure measure, Basis basis) {
    return new ServiceRule(
        kind,
        List.of(kind),
        Reach.straight(radiusMetres),
        Optional.empty(),
        new Requirement(
            List.of(),
            Obligation.UNSTATED,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.of(new CapacityNorm(amount, measure, basis, CITATION)),
            Optional.empty()),
        CITATION);
  }
}
