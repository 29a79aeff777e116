package org.gapmap.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.geo.TargetSystem;
import org.gapmap.jobs.Progress;
import org.gapmap.store.AreaStore;
import org.gapmap.store.LayerContents;
import org.gapmap.store.RunHeader;
import org.gapmap.store.RunStore;
import org.gapmap.store.StoredLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Layers and assessments out as files. */
public final class Exports {
  private final LayerContents contents;
  private final RunStore runs;
  private final AreaStore areas;
  private final Predicate<String> personal;

  /**
   * @param personal whether a column of this name is about persons: such a one is never exported
   */
  public Exports(
      LayerContents contents, RunStore runs, AreaStore areas, Predicate<String> personal) {
    this.contents = contents;
    this.runs = runs;
    this.areas = areas;
    this.personal = personal;
  }

  /** The layers of a city's current data. */
  public List<StoredLayer> listLayers(String city) {
    return contents.listCurrent(city);
  }

  /**
   * Writes the file, under another name until it is whole: what fails or is cancelled leaves
   * nothing behind.
   *
   * @param file is replaced where it is there
   * @throws UserError where there is no such layer or run, or it does not fit the format or system
   */
  public ExportReport run(ExportRequest request, Path file, Progress progress) throws IOException {
    Losses losses = new Losses();
    LayerTable table = table(request.what(), losses);
    TargetSystem crs = TargetSystem.of(request.crs(), middle(table), "--crs");
    if (!crs.geographic()) {
      losses.add(Loss.PROJECTED);
    }
    Path half = file.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      List<String> written =
          TableWriter.of(request.format()).write(new Writing(table, crs, losses, progress), half);
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
      return new ExportReport(
          table.rows(), crs.code(), request.format().id(), losses.list(), names(table, written));
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /**
   * What a file of the export is called where the user names none: {@code 上海_communities_v3.gpkg}.
   *
   * @throws UserError where there is no such layer or run
   */
  public String fileName(ExportRequest request) {
    String name;
    if (request.what() instanceof ExportRequest.Layer wanted) {
      StoredLayer layer = layer(wanted);
      name =
          layer.cityName()
              + "_"
              + StoredLayerTable.name(layer.version().key())
              + "_v"
              + layer.version().number();
    } else {
      RunHeader run = run((ExportRequest.Run) request.what());
      name = run.city() + "_run_" + run.id();
    }
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + "." + request.format().extension();
  }

  /**
   * @throws UserError where there is no such layer or run, or it is another city's
   */
  public void requireOf(String city, ExportRequest.What what) {
    String owner =
        what instanceof ExportRequest.Layer wanted
            ? layer(wanted).version().key().city()
            : run((ExportRequest.Run) what).city();
    if (!owner.equals(city)) {
      throw new UserError(
          "it is of city '" + owner + "', not of '" + city + "'", "city", "leave the city out");
    }
  }

  private LayerTable table(ExportRequest.What what, Losses losses) {
    if (what instanceof ExportRequest.Run run) {
      return new RunTable(contents, runs, run(run));
    }
    StoredLayer layer = layer((ExportRequest.Layer) what);
    Set<String> kept = new LinkedHashSet<>();
    for (LayerContents.Attribute attribute : contents.attributes(layer)) {
      if (attribute.personal() || personal.test(attribute.name())) {
        losses.add(Loss.PERSONAL);
      } else {
        kept.add(attribute.name());
      }
    }
    return new StoredLayerTable(contents, layer, kept);
  }

  private RunHeader run(ExportRequest.Run run) {
    return runs.find(run.id())
        .orElseThrow(
            () ->
                new UserError(
                    "there is no assessment " + run.id(), "run", "store one with gapmap assess"));
  }

  private StoredLayer layer(ExportRequest.Layer wanted) {
    StoredLayer layer =
        contents
            .find(wanted.id(), wanted.version())
            .orElseThrow(
                () ->
                    new UserError(
                        "there is no layer "
                            + wanted.id()
                            + (wanted.version().isPresent()
                                ? " of version " + wanted.version().getAsInt()
                                : ""),
                        "layer",
                        "gapmap layers lists those that are there"));
    if (layer.pruned()) {
      throw new UserError(
          "the rows of version " + layer.version().number() + " are gone: it was too old to keep",
          layer.version().key().source(),
          "export a later version");
    }
    if (layer.version().key().type() == LayerType.POPULATION) {
      throw new UserError(
          "a population raster has no rows to export",
          layer.version().key().source(),
          "use the GeoTIFF that it was imported from: " + layer.version().origin().file());
    }
    return layer;
  }

  /** Of the city's communities; where it has none, of nothing. */
  private Coordinate middle(LayerTable table) {
    Optional<Envelope> extent =
        Optional.ofNullable(table.origin().get("city")).flatMap(areas::findCommunitiesExtent);
    return extent.map(Envelope::centre).orElse(new Coordinate(0, 0));
  }

  private static List<ExportReport.FieldName> names(LayerTable table, List<String> written) {
    List<ExportReport.FieldName> names = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      names.add(new ExportReport.FieldName(table.columns().get(i).known(), written.get(i)));
    }
    return names;
  }
}
