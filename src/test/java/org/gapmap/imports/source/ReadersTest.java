package org.gapmap.imports.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
  @TempDir private Path folder;

  @Test
  void anArchiveWithOneShapefileTellsItsLayer() {
    byte[] shp = ShapefileFixture.shp(1, ShapefileFixture.point(121, 31));
    Path zip =
        ShapefileFixture.zip(
            folder.resolve("list.zip"), UTF_8, List.of("canteens.shp"), List.of(shp));

    SourceLayers layers = Readers.layers(zip, ReadOptions.none());

    assertThat(layers.format()).isEqualTo("shapefile");
    assertThat(layers.layers())
        .containsExactly(new SourceLayer("canteens", "point", OptionalLong.of(1)));
  }
}
