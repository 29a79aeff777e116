package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gapmap.imports.DrawnTable.box;

import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.media.jai.RasterFactory;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.PopulationGrid;
import org.gapmap.domain.UserError;
import org.geotools.api.referencing.FactoryException;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GeoTIFFs written here, so that every cell's number is known. */
class PopulationImportTest {
  private static final int COLUMNS = 600;
  private static final int ROWS = 400;

  private final ImportWorld world = new ImportWorld();

  @TempDir private Path folder;

  @AfterEach
  void drop() {
    world.close();
  }

  @Test
  void theWindowAroundTheCommunitiesHoldsTheCellsOfTheRaster() throws Exception {
    Path file = raster("people.tif", DataBuffer.TYPE_FLOAT, 1);
    community();

    ImportReport report = run(file);

    PopulationGrid grid = world.city().surroundings().populationGrids().get(0);
    assertThat(grid.crs()).isEqualTo("EPSG:4326");
    assertThat(grid.cellWidth()).isCloseTo(0.001, within(1e-9));
    assertThat(grid.columns()).isLessThan(60);
    int left = (int) Math.round((grid.west() - 121) / 0.001);
    int top = (int) Math.round((31.4 - grid.north()) / 0.001);
    // The community, 0.01 degrees wide from 121.3, 31.2 on, and 0.02 around it.
    assertThat(left).isBetween(279, 280);
    assertThat(top).isBetween(169, 170);
    assertThat(left + grid.columns()).isBetween(330, 331);
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        float expected = value(left + column, top + row);
        assertThat(grid.people()[row * grid.columns() + column])
            .isEqualTo(Float.valueOf(expected < 0 ? Float.NaN : expected));
      }
    }
    assertThat(report.issues()).extracting(IssueGroup::code).containsExactly("negative_people");
    assertThat(report.rows().stored()).isEqualTo(1);
    assertThat(grid.provenance().file()).isEqualTo("people.tif");
  }

  @Test
  void wholeNumbersAndSeveralBandsAreTakenToo() throws Exception {
    Path file = raster("bands.tif", DataBuffer.TYPE_INT, 2);
    community();

    ImportReport report = run(file);

    assertThat(report.issues()).extracting(IssueGroup::code).contains("several_bands");
    PopulationGrid grid = world.city().surroundings().populationGrids().get(0);
    int left = (int) Math.round((grid.west() - 121) / 0.001);
    int top = (int) Math.round((31.4 - grid.north()) / 0.001);
    assertThat(grid.people()[0]).isEqualTo(value(left, top));
  }

  @Test
  void withoutCommunitiesOrOutsideOfThemItIsAnError() throws Exception {
    Path file = raster("people.tif", DataBuffer.TYPE_FLOAT, 1);

    assertThatThrownBy(() -> run(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no communities yet");
    world
        .of(LayerType.COMMUNITIES, Path.of("x"))
        .opener(new DrawnTable("polygon", "XQMC").row(box(114, 22, 10), "A").opener())
        .run();
    assertThatThrownBy(() -> run(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("does not reach");
  }

  @Test
  void whatIsNoGeoTiffIsAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("text.tif"), "no raster");
    community();

    assertThatThrownBy(() -> run(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("can't be read as a GeoTIFF");
  }

  /** The reader of the cells takes what is missing for zeros: nobody, where people live. */
  @Test
  void aRasterThatWasCutOffOnItsWayIsAnErrorAndNotEmpty() throws Exception {
    Path file = raster("people.tif", DataBuffer.TYPE_FLOAT, 1);
    byte[] whole = Files.readAllBytes(file);
    community();
    for (int kept : new int[] {whole.length - 1, whole.length / 2, 3_000}) {
      Files.write(file, Arrays.copyOf(whole, kept));
      assertThatThrownBy(() -> run(file)).as(kept + " bytes").isInstanceOf(UserError.class);
    }
  }

  private void community() {
    world
        .of(LayerType.COMMUNITIES, Path.of("x"))
        .opener(new DrawnTable("polygon", "XQMC").row(box(121.3, 31.2, 10), "A").opener())
        .run();
  }

  private ImportReport run(Path file) {
    return world.of(LayerType.POPULATION, file).run();
  }

  /** Every cell another number, one in 97 below zero. */
  private static float value(int column, int row) {
    int cell = row * COLUMNS + column;
    return cell % 97 == 0 ? -200 : cell % 5_000;
  }

  /** Cells of 0.001 degrees from 121, 31.4 to the south-east. */
  private Path raster(String name, int type, int bands) throws IOException, FactoryException {
    WritableRaster cells = RasterFactory.createBandedRaster(type, COLUMNS, ROWS, bands, null);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        cells.setSample(column, row, 0, value(column, row));
      }
    }
    Path file = folder.resolve(name);
    GeoTiffWriter writer = new GeoTiffWriter(file.toFile());
    writer.write(
        new GridCoverageFactory()
            .create(
                "people",
                cells,
                new ReferencedEnvelope(121, 121.6, 31, 31.4, DefaultGeographicCRS.WGS84)),
        null);
    writer.dispose();
    return file;
  }
}
