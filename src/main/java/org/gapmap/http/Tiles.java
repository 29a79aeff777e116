package org.gapmap.http;

import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.domain.LayerType;
import org.gapmap.store.TileStore;
import org.gapmap.tile.TileLayer;
import org.gapmap.tile.TileLayerBuilder;

/**
 * Vector tiles of cities' data versions, made from shapes in memory and kept as they go over the
 * wire. A version's tiles never change; memory is bounded by bytes, and one tile or layer asked for
 * by many at once is made once.
 */
final class Tiles {
  private static final int NAMES_FROM_ZOOM = 14;
  private static final long TILE_BYTES = 64L << 20;
  private static final long MOST_LAYER_BYTES = 512L << 20;
  private static final int HEAP_SHARE_OF_LAYERS = 4;

  /** A tile's address. */
  record Address(String city, int dataVersion, LayerType layer, int zoom, int column, int row) {}

  private record LayerOf(String city, int dataVersion, LayerType type) {}

  private final Cities cities;
  private final TileStore store;
  private final Kept<Address, Packed> tiles = new Kept<>(TILE_BYTES, Packed::bytes);
  private final Kept<LayerOf, TileLayer> layers =
      new Kept<>(
          Math.min(MOST_LAYER_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE_OF_LAYERS),
          TileLayer::bytes);

  Tiles(Cities cities, TileStore store) {
    this.cities = cities;
    this.store = store;
  }

  /**
   * @throws NotFoundResponse where the city has no such data version
   */
  Packed get(Address address) {
    return tiles.get(address, wanted -> Packed.of(make(wanted)));
  }

  /** Reads a city's layers before anyone asks for a tile of them. */
  void prepare(String city, int dataVersion) {
    for (LayerType type :
        List.of(LayerType.COMMUNITIES, LayerType.STREETS, LayerType.AREAS, LayerType.LAND_USE)) {
      layers.get(new LayerOf(city, dataVersion, type), this::read);
    }
  }

  private byte[] make(Address address) {
    return layers
        .get(new LayerOf(address.city(), address.dataVersion(), address.layer()), this::read)
        .tile(address.zoom(), address.column(), address.row());
  }

  private TileLayer read(LayerOf of) {
    int city =
        store
            .findVersion(of.city(), of.dataVersion())
            .orElseThrow(
                () -> new NotFoundResponse("the city has no data version " + of.dataVersion()));
    return of.type() == LayerType.COMMUNITIES
        ? communities(cities.get(of.city(), of.dataVersion()))
        : store.getShapes(city, of.dataVersion(), of.type());
  }

  private static TileLayer communities(City city) {
    TileLayerBuilder layer =
        new TileLayerBuilder(
            "communities",
            TileLayer.Small.POINT,
            new TileLayer.Key("i", 0),
            new TileLayer.Key("name", NAMES_FROM_ZOOM));
    for (int i = 0; i < city.size(); i++) {
      var community = city.community(i);
      layer.add(community.id(), 0, community.boundary(), i, community.name());
    }
    return layer.build();
  }
}
