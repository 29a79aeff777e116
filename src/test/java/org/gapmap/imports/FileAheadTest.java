package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAheadTest {
  @TempDir Path folder;

  @Test
  void whatIsWrongWithTheFileIsToldWhenItIsTaken() throws IOException {
    Path shp = Files.writeString(folder.resolve("a.shp"), "no shapefile");
    ReadOptions asked = ReadOptions.none();
    try (FileAhead ahead = FileAhead.open(shp, asked, LayerType.COMMUNITIES)) {
      assertThatThrownBy(() -> ahead.take(shp, asked.wanting(LayerType.COMMUNITIES)))
          .isInstanceOf(UserError.class);
    }
  }

  @Test
  void aFileThatNobodyTakesIsNoError() throws IOException {
    Path shp = Files.writeString(folder.resolve("a.shp"), "no shapefile");
    FileAhead.open(shp, ReadOptions.none(), LayerType.COMMUNITIES).close();
  }

  @Test
  void anotherFileOrAnotherWayIsOpenedThen() throws IOException {
    Path shp = Files.writeString(folder.resolve("a.shp"), "no shapefile");
    Path csv = Files.writeString(folder.resolve("b.csv"), "name,lon,lat\nx,121.5,31.2\n");
    ReadOptions other = new ReadOptions(Optional.empty(), Optional.of("UTF-8"));
    try (FileAhead ahead = FileAhead.open(shp, ReadOptions.none(), LayerType.FACILITIES);
        FeatureSource taken = ahead.take(csv, other)) {
      assertThat(taken.description().fieldNames()).containsExactly("name", "lon", "lat");
    }
  }
}
