package org.gapmap.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Population;
import org.gapmap.domain.Provision;
import org.gapmap.store.Completeness;
import org.gapmap.store.ImportHeader;
import org.gapmap.store.LayerImport;
import org.gapmap.store.LayerStore;
import org.gapmap.store.NewCommunity;
import org.gapmap.store.NewFacility;
import org.gapmap.store.SourceRow;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A {@link GridCity} imported as GapMap imports a city: communities with people, a layer per kind.
 */
final class StoredGridCity {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private StoredGridCity() {}

  static void store(LayerStore layers, String key, GridCity city, List<String> kinds) {
    try (LayerImport communities = layers.begin(header(key, LayerType.COMMUNITIES, "c.shp"))) {
      for (int i = 0; i < city.blocks().size(); i++) {
        communities.addCommunity(
            new NewCommunity(
                i + 1,
                "k" + i,
                "小区" + i,
                SHAPES.createMultiPolygon(new Polygon[] {city.lonLat(i)}),
                Population.of(
                    OptionalInt.of(400 + i % 700),
                    OptionalInt.of(1200 + i % 2000),
                    OptionalInt.of(250 + i % 400),
                    OptionalInt.of(20 + i % 60)),
                OptionalInt.of(1980 + i % 40),
                Optional.empty(),
                Map.of()));
      }
      communities.commit("{}");
    }
    for (int kind = 0; kind < kinds.size(); kind++) {
      List<Coordinate> places = city.facilities().get(kind);
      String id = kinds.get(kind);
      try (LayerImport facilities = layers.begin(header(key, LayerType.FACILITIES, id + ".shp"))) {
        IntStream.range(0, places.size())
            .forEach(i -> facilities.addFacility(id, facility(city, places.get(i), i)));
        facilities.commit("{}");
      }
    }
  }

  private static NewFacility facility(GridCity city, Coordinate metres, int i) {
    return new NewFacility(
        SourceRow.of(i + 1),
        "",
        "设施" + i,
        SHAPES.createPoint(city.plane().toLonLat(metres.x, metres.y)),
        FacilityStatus.OPEN,
        FacilityAccess.PUBLIC,
        Provision.ofCapacity(OptionalInt.of(20 + i % 100)));
  }

  private static ImportHeader header(String city, LayerType type, String file) {
    return new ImportHeader(
        city, "", false, type, "bench", file, "EPSG:4490", Completeness.ASSUMED_WHOLE_CITY);
  }
}
