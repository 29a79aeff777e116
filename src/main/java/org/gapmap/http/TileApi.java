package org.gapmap.http;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Locale;
import java.util.Set;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;

/** Vector tiles under the data version: they never change, so the browser keeps them. */
final class TileApi {
  private static final Set<LayerType> DRAWN =
      Set.of(LayerType.COMMUNITIES, LayerType.STREETS, LayerType.AREAS, LayerType.LAND_USE);
  private static final int DEEPEST_ZOOM = 22;

  private final Tiles tiles;

  TileApi(Tiles tiles) {
    this.tiles = tiles;
  }

  void tile(Context context) {
    int version = Parameters.whole("version", context.pathParam("version"));
    int zoom = Parameters.whole("z", context.pathParam("z"));
    int column = Parameters.whole("x", context.pathParam("x"));
    String file = context.pathParam("y");
    if (!file.endsWith(".mvt")) {
      throw new NotFoundResponse("a tile's name ends in .mvt");
    }
    int row = Parameters.whole("y", file.substring(0, file.length() - ".mvt".length()));
    if (zoom < 0 || zoom > DEEPEST_ZOOM || !inRange(column, zoom) || !inRange(row, zoom)) {
      throw new NotFoundResponse("there is no tile " + zoom + "/" + column + "/" + row);
    }
    Tiles.Address address =
        new Tiles.Address(
            context.pathParam("city"),
            version,
            layer(context.pathParam("layer")),
            zoom,
            column,
            row);
    Packed tile = tiles.get(address);
    context
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .contentType("application/vnd.mapbox-vector-tile");
    tile.write(context);
  }

  private static boolean inRange(int value, int zoom) {
    return value >= 0 && value < 1 << zoom;
  }

  private static LayerType layer(String name) {
    return DRAWN.stream()
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "no tiles of '" + name + "'",
                    "layer",
                    "communities, streets, areas or land_use"));
  }
}
