package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gapmap.assess.World;
import org.gapmap.domain.LayerType;
import org.junit.jupiter.api.Test;

class TileStoreTest {
  /** China's east lies in tiles that end at 180 degrees, where longitudes begin anew. */
  @Test
  void aTileAtTheEndOfTheWorldHoldsWhatLiesInIt() {
    try (TestDatabase database = TestDatabase.fresh()) {
      new World()
          .community("large", 10, 0, 0, 50_000, 50_000)
          .store(new LayerStore(database.dataSource()), "wuhan");
      TileStore tiles = new TileStore(database.dataSource());

      assertThat(text(tiles, 0, 0, 0)).contains("large");
      assertThat(text(tiles, 1, 1, 0)).contains("large");
      assertThat(text(tiles, 2, 3, 1)).contains("large");
      assertThat(text(tiles, 2, 2, 1)).isEmpty();
    }
  }

  private static String text(TileStore tiles, int zoom, int column, int row) {
    byte[] tile =
        tiles.findTile("wuhan", 1, LayerType.COMMUNITIES, zoom, column, row).orElseThrow();
    return new String(tile, StandardCharsets.UTF_8);
  }
}
