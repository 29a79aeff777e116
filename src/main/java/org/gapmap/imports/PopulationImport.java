package org.gapmap.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.PopulationGrid;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CoordinateOutOfRange;
import org.gapmap.geo.GeoTiff;
import org.gapmap.geo.IntoSystem;
import org.gapmap.jobs.Progress;
import org.gapmap.store.AreaStore;
import org.gapmap.store.Completeness;
import org.gapmap.store.ImportHeader;
import org.gapmap.store.ImportMode;
import org.gapmap.store.LayerStore;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A raster of people comes in: of it, only what lies around the city's communities, since rasters
 * of a country are gigabytes.
 */
final class PopulationImport {
  private static final double MARGIN_DEGREES = 0.02;
  private static final long MOST_CELLS = 40_000_000;

  /** Files use the largest number there is for no data, and don't always say so. */
  private static final float MOST_PEOPLE_IN_A_CELL = 1e9f;

  private final LayerStore layers;
  private final AreaStore areas;

  PopulationImport(LayerStore layers, AreaStore areas) {
    this.layers = layers;
    this.areas = areas;
  }

  /**
   * @throws UserError where it is no GeoTIFF, there are no communities yet, or the raster has no
   *     people where they are
   */
  ImportReport run(ImportRequest request, Progress progress) {
    ImportProgress told = new ImportProgress(progress, OptionalInt.of(1));
    String city = request.destination().city();
    Envelope around =
        areas
            .findCommunitiesExtent(city)
            .orElseThrow(
                () ->
                    new UserError(
                        "city '" + city + "' has no communities yet",
                        request.file().toString(),
                        "import them first: of a raster, only what lies around them is read"));
    around.expandBy(MARGIN_DEGREES);
    IssueLog log = new IssueLog();
    try (GeoTiff raster = GeoTiff.open(request.file())) {
      told.looking();
      String crs = request.meaning().crs().orElseGet(raster::crs);
      PopulationGrid grid = grid(request, raster, crs, around, log);
      told.storing(1);
      return store(request, raster, grid, log, told);
    }
  }

  private static PopulationGrid grid(
      ImportRequest request, GeoTiff raster, String crs, Envelope around, IssueLog log) {
    String file = String.valueOf(request.file().getFileName());
    Envelope box = inSystem(crs, file, around);
    if (raster.cells(box) > MOST_CELLS) {
      throw new UserError(
          "the city covers " + raster.cells(box) + " of its cells, more than " + MOST_CELLS,
          file,
          "take a coarser raster, such as one of 100 m");
    }
    GeoTiff.Window window =
        raster
            .read(box)
            .orElseThrow(
                () ->
                    new UserError(
                        "the raster does not reach the city's communities",
                        file,
                        "check that it is the right one, and its coordinate system"));
    if (raster.bands() > 1) {
      log.add(Finding.SEVERAL_BANDS.ofFile(raster.bands() + ""));
    }
    int nobody = 0;
    for (int i = 0; i < window.values().length; i++) {
      if (window.values()[i] < 0 || window.values()[i] > MOST_PEOPLE_IN_A_CELL) {
        window.values()[i] = Float.NaN;
        nobody++;
      }
    }
    if (nobody > 0) {
      log.add(Finding.NEGATIVE_PEOPLE.ofFile(nobody + ""));
    }
    return new PopulationGrid(
        crs,
        window.west(),
        window.north(),
        window.cellWidth(),
        window.cellHeight(),
        window.columns(),
        window.values(),
        new Provenance(0, request.destination().source(), file, 1));
  }

  /** The box around a box in degrees; its sides bend, so that corners alone don't do. */
  private static Envelope inSystem(String crs, String file, Envelope lonLat) {
    try {
      return IntoSystem.of(crs, file)
          .apply(Densifier.densify(new GeometryFactory().toGeometry(lonLat), lonLat.getWidth() / 8))
          .getEnvelopeInternal();
    } catch (CoordinateOutOfRange e) {
      throw new UserError(
          "the city has no place in the raster's coordinate system (" + e.getMessage() + ")",
          file,
          "check that it is the right raster",
          e);
    }
  }

  private ImportReport store(
      ImportRequest request,
      GeoTiff raster,
      PopulationGrid grid,
      IssueLog log,
      ImportProgress progress) {
    double people = 0;
    int known = 0;
    for (float cell : grid.people()) {
      if (!Float.isNaN(cell)) {
        people += cell;
        known++;
      }
    }
    if (!(people > 0)) {
      throw new UserError(
          "there are no people in it where the city's communities are",
          grid.provenance().file(),
          "check that it is a raster of people, and its no-data value");
    }
    ImportRequest.Destination to = request.destination();
    ImportReport report = report(request, raster, grid, people, known, log);
    ImportHeader header =
        new ImportHeader(
            to.city(),
            to.cityName(),
            to.demonstration(),
            request.type(),
            to.source(),
            grid.provenance().file(),
            grid.crs(),
            Completeness.ASSUMED_WHOLE_CITY);
    return progress.store(
        layers.prepare(header, ImportMode.valueOf(request.storing().mode().name())),
        target -> {
          target.addPopulation(grid);
          return progress.end(target, report, request.storing(), new SameFile(request));
        });
  }

  private static ImportReport report(
      ImportRequest request,
      GeoTiff raster,
      PopulationGrid grid,
      double people,
      int known,
      IssueLog log) {
    String size =
        "%d x %d / %d x %d".formatted(grid.columns(), grid.rows(), raster.columns(), raster.rows());
    String sum = String.format(Locale.ROOT, "%.0f", people);
    int unknown = grid.people().length - known;
    ImportReport.Mapping cells =
        new ImportReport.Mapping(
            FieldRole.RESIDENTS.id(),
            "band 1",
            new LocalizedText(
                "每个像元按人数（不是人口密度）计；读取窗口 " + size + " 像元，合计 " + sum + " 人，" + unknown + " 个像元无数据",
                "each cell taken as a number of people, not a density; window of "
                    + size
                    + " cells, "
                    + sum
                    + " people in all, "
                    + unknown
                    + " cells without data"),
            sum);
    ImportReport.Told crs =
        new ImportReport.Told(
            grid.crs(),
            request.meaning().crs().isPresent()
                ? new LocalizedText("由 --crs 指定", "--crs says so")
                : new LocalizedText("栅格文件声明", "the raster declares it"));
    return new ImportReport(
        new ImportReport.Origin(
            grid.provenance().file(),
            "geotiff",
            "raster",
            request.type(),
            request.destination().city(),
            request.destination().source()),
        new ImportReport.Rows(1, 1, 0, 0, Map.of("", 1), 0, Optional.empty()),
        new ImportReport.Evidence(
            new ImportReport.Told("-", new LocalizedText("栅格没有文字", "a raster has no text")),
            crs,
            List.of(cells),
            List.of(),
            List.of()),
        log.groups(),
        log.refusedRows(),
        Map.of(),
        Completeness.ASSUMED_WHOLE_CITY,
        Optional.empty());
  }
}
