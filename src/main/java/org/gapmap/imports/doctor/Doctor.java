package org.gapmap.imports.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gapmap.domain.Area;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CrsChoice;
import org.gapmap.geo.NearbyLayers;
import org.gapmap.imports.FileHash;
import org.gapmap.imports.FileLook;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportMemory;
import org.gapmap.imports.ImportReport;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.LookedField;
import org.gapmap.imports.SpecJson;
import org.gapmap.imports.source.EncodingChoice;
import org.gapmap.imports.source.SourceDescription;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.MappingStore;

/**
 * Looks at a file before anything of it is stored: goes the import's own way up to the commit, and
 * examines besides what an import does not ask.
 */
public final class Doctor {
  /** Enough of a city to lay a file over. */
  private static final int MOST_NEARBY = 60_000;

  private final ImportLayer imports;
  private final AreaStore areas;
  private final MappingStore others;
  private final ImportMemory memory;
  private final KindCatalogue kinds;
  private final KindSuggestion suggestions;

  public Doctor(ImportLayer imports, AreaStore areas, MappingStore others, KindCatalogue kinds) {
    this.imports = imports;
    this.areas = areas;
    this.others = others;
    this.memory = new ImportMemory(others, kinds);
    this.kinds = kinds;
    this.suggestions = new KindSuggestion(kinds);
  }

  /**
   * What the file is, what is wrong with it, and what an import as requested would make of it.
   * Nothing is stored, whatever the request says.
   *
   * @throws UserError where the file can't be opened at all
   * @throws org.gapmap.jobs.CancelledException where it was told to stop
   */
  public Preview examine(ImportRequest request, Progress progress) {
    ImportRequest dry = request.asDryRun();
    FileHash facts = FileHash.of(request.file());
    if (request.type() == LayerType.POPULATION) {
      return raster(dry, facts, progress);
    }
    try (FileLook look = FileLook.open(dry)) {
      RowExam rows = new RowExam(request.type());
      CrsExamination systems = new CrsExamination();
      look.read(
          progress,
          row -> {
            rows.look(row);
            row.inFile().ifPresent(shape -> systems.add(shape, row));
          });
      Optional<UserError> problem = look.problem();
      Optional<ImportReport> report = Optional.empty();
      if (problem.isEmpty()) {
        try {
          report = Optional.of(imports.run(dry, progress));
        } catch (UserError e) {
          problem = Optional.of(e);
        }
      }
      return new Preview(
          looked(dry, look.description(), facts, report.isPresent() && imports.isUnchanged(dry)),
          memory
              .find(dry, look.description())
              .map(last -> new Preview.Remembered(last.at(), last.spec())),
          reading(look, systems.candidates(look.description(), nearby(dry))),
          look.fields().stream().map(Doctor::field).toList(),
          report,
          problem,
          report.map(this::suggested).orElse(Map.of()),
          examine(dry, look, rows, report, progress));
    }
  }

  /**
   * The request as a file of the same shape was imported into the city last; what the request says
   * itself wins.
   *
   * @param unsaid fields of its spec that it has without having been told
   * @throws UserError where there was no such file
   */
  public ImportRequest asLastTime(ImportRequest request, Set<String> unsaid) {
    try (FileLook look = FileLook.open(request)) {
      ObjectNode spec =
          memory
              .find(request, look.description())
              .orElseThrow(
                  () ->
                      new UserError(
                          "no file with these fields was imported into the city before",
                          request.file().toString(),
                          "leave out --remembered"))
              .spec();
      ObjectNode said = SpecJson.of(request);
      said.remove(unsaid);
      if (said.has("kind") || said.has("kindField")) {
        spec.remove(List.of("kind", "kindField"));
      }
      JsonNode roles = said.remove("fields");
      if (roles != null) {
        spec.withObjectProperty("fields").setAll((ObjectNode) roles);
      }
      spec.setAll(said);
      return SpecJson.read(
          spec,
          new SpecJson.Given(
              request.file(),
              request.destination().city(),
              request.storing().by(),
              request.reading().limits()));
    }
  }

  private Preview.Examination examine(
      ImportRequest request,
      FileLook look,
      RowExam rows,
      Optional<ImportReport> report,
      Progress progress) {
    String city = request.destination().city();
    List<Area> known = areas.listAreas(city);
    List<Preview.GeometryFinding> geometry =
        rows.examine(look, areas.findExtent(city), known, progress);
    Optional<Preview.CompletenessQuestion> completeness =
        request.type() == LayerType.FACILITIES
            ? new AreaExam(known).completeness(rows.places())
            : Optional.empty();
    List<Preview.LikePlace> duplicates =
        report
            .map(r -> new LikePlaces(others, kinds).find(request, r, rows.places()))
            .orElse(List.of());
    return new Preview.Examination(geometry, completeness, duplicates);
  }

  private Preview raster(ImportRequest request, FileHash facts, Progress progress) {
    ImportReport report = imports.run(request, progress);
    return new Preview(
        new Preview.LookedAt(
            report.origin().file(),
            report.origin().format(),
            report.origin().geometry(),
            request.type(),
            facts.bytes(),
            facts.sha256(),
            false),
        Optional.empty(),
        new Preview.Reading(
            report.evidence().encoding(),
            List.of(),
            Optional.of(report.evidence().crs()),
            OptionalInt.empty(),
            List.of(),
            Optional.empty()),
        List.of(),
        Optional.of(report),
        Optional.empty(),
        Map.of(),
        new Preview.Examination(List.of(), Optional.empty(), List.of()));
  }

  private static Preview.LookedAt looked(
      ImportRequest request, SourceDescription description, FileHash facts, boolean unchanged) {
    return new Preview.LookedAt(
        description.fileName(),
        description.format(),
        description.geometryType(),
        request.type(),
        facts.bytes(),
        facts.sha256(),
        unchanged);
  }

  private NearbyLayers nearby(ImportRequest request) {
    CrsExamination.Nearby nearby = new CrsExamination.Nearby();
    others
        .listNearby(
            request.destination().city(),
            request.type().name().toLowerCase(Locale.ROOT),
            request.destination().source(),
            MOST_NEARBY)
        .forEach(nearby::add);
    return nearby.build();
  }

  private static Preview.Reading reading(FileLook look, List<CrsCandidate> systems) {
    EncodingChoice encoding = look.description().encoding();
    Optional<CrsChoice> crs = look.crs();
    return new Preview.Reading(
        new ImportReport.Told(encoding.charset().name(), encoding.sentence()),
        EncodingExamination.of(look),
        crs.map(system -> new ImportReport.Told(system.name(), system.sentence())),
        crs.map(CrsChoice::epsg).orElse(OptionalInt.empty()),
        systems,
        crs.flatMap(CrsChoice::fit)
            .map(fit -> new Preview.Fit(fit.residualsMetres(), fit.rmsMetres())));
  }

  private static Preview.Field field(LookedField field) {
    return new Preview.Field(
        field.field(),
        field.role().map(role -> role.id()).orElse(""),
        field.evidence(),
        field.samples(),
        field.filled(),
        field.personal(),
        field.stored(),
        field.place());
  }

  private Map<String, String> suggested(ImportReport report) {
    Map<String, String> suggested = new LinkedHashMap<>();
    for (String word : report.unknownKinds().keySet()) {
      suggestions.nearest(word).ifPresent(kind -> suggested.put(word, kind.id()));
    }
    return suggested;
  }
}
