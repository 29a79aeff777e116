package org.gapmap.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.OwnColumns;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CrsChoice;
import org.gapmap.imports.source.EncodingChoice;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.Notice;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.imports.source.SourceDescription;
import org.gapmap.jobs.CancelledException;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.Completeness;
import org.gapmap.store.ImportHeader;
import org.gapmap.store.ImportMode;
import org.gapmap.store.LayerStore;

/**
 * A file comes in: opened, recognised, its fields mapped, each row checked and repaired, stored in
 * one transaction, and told. The file is read twice: once for what only the whole of it can tell
 * ({@link Survey}), once to store it.
 */
public final class ImportLayer {
  private static final Set<LayerType> NAMED =
      Set.of(LayerType.COMMUNITIES, LayerType.FACILITIES, LayerType.SITES, LayerType.AREAS);

  private final LayerStore layers;
  private final KindCatalogue kinds;
  private final AreaStore areas;
  private final CompletenessResolver completeness;
  private final PopulationImport population;
  private final BiFunction<Path, ReadOptions, FeatureSource> opener;
  private final Optional<ImportMemory> memory;
  private final Recogniser recogniser = new Recogniser();
  private final ServiceWords words = ServiceWords.load();
  private final RenovationWords renovations = RenovationWords.load();
  private final Meanings<BuildingUse> buildingUses = BuildingUse.words();
  private final LandUseWords landUses = LandUseWords.load();

  public ImportLayer(LayerStore layers, AreaStore areas, KindCatalogue kinds) {
    this(layers, areas, kinds, ReturnedFile::open);
  }

  private ImportLayer(
      ImportLayer other,
      Optional<ImportMemory> memory,
      BiFunction<Path, ReadOptions, FeatureSource> opener) {
    this.layers = other.layers;
    this.kinds = other.kinds;
    this.areas = other.areas;
    this.completeness = other.completeness;
    this.population = other.population;
    this.opener = opener;
    this.memory = memory;
  }

  ImportLayer(
      LayerStore layers,
      AreaStore areas,
      KindCatalogue kinds,
      BiFunction<Path, ReadOptions, FeatureSource> opener) {
    this.layers = layers;
    this.kinds = kinds;
    this.areas = areas;
    this.completeness = new CompletenessResolver(areas);
    this.population = new PopulationImport(layers, areas);
    this.opener = opener;
    this.memory = Optional.empty();
  }

  /** Reads what all imports know of words, which the first one has to wait for otherwise. */
  public static void readWords() {
    Vocabulary.fields();
    Vocabulary.words();
  }

  /** The same, that learns from every import, and knows what earlier ones taught. */
  public ImportLayer remembering(ImportMemory taught) {
    return new ImportLayer(this, Optional.of(taught), opener);
  }

  /** The same, for one import, whose file is being opened already. */
  public ImportLayer taking(FileAhead ahead) {
    return new ImportLayer(this, memory, ahead::take);
  }

  /** What a file was found to be before its rows are stored. */
  private record Recognised(
      SourceDescription description,
      CrsChoice crs,
      FieldMapping mapping,
      Survey survey,
      Set<String> dropped) {}

  /**
   * Imports a layer. Either all its usable rows are stored as the layer's new version, or the
   * database stays as it was.
   *
   * @throws UserError where the file, a field, a kind or an area can't be used as the request says,
   *     or where no row of the file is usable
   */
  public ImportReport run(ImportRequest request) {
    return run(request, Progress.none());
  }

  /**
   * The same, telling of itself. Of a dry run everything is done but the commit, and its report
   * tells of none.
   *
   * @throws CancelledException where it was told to stop before the commit; nothing is stored then
   */
  public ImportReport run(ImportRequest asked, Progress progress) {
    if (asked.type() == LayerType.POPULATION) {
      return population.run(asked, progress);
    }
    Completeness complete =
        completeness.resolve(asked.destination().city(), asked.meaning().completeFor());
    SameFile same = sameFile(asked);
    if (!asked.storing().dryRun()) {
      Optional<ImportReport> before = same.find(layers, complete);
      if (before.isPresent()) {
        return before.get();
      }
    }
    try (FeatureSource opened = opener.apply(asked.file(), asked.reading().wanting(asked.type()))) {
      ImportRequest said = SaidKinds.request(asked, opened);
      ImportRequest request = memory.map(m -> m.withKnownWords(said)).orElse(said);
      FeatureSource source = SaidKinds.rows(asked, opened, kinds);
      IssueLog log = new IssueLog();
      ImportProgress told = new ImportProgress(progress, source.description().declaredRows());
      Recognised file = recognise(source, request, log, told);
      RowFields fields =
          new RowFields(
              file.mapping(),
              recogniser.values(),
              file.survey().allZero(),
              file.dropped(),
              codes(request, file),
              log);
      LayerRows rows = rows(request, file, complete, fields, log);
      ImportReport report =
          told.store(
              layers.prepare(
                  header(request, file, complete),
                  ImportMode.valueOf(request.storing().mode().name())),
              target -> {
                RowPass pass =
                    new RowPass(
                        request.type(),
                        file.crs().transform(),
                        file.survey(),
                        rows,
                        placing(request, log),
                        log);
                told.storing(file.survey().rows());
                pass.run(source, target, fields, told);
                if (pass.stored() == 0) {
                  throw nothingUsable(source, pass.read(), log);
                }
                if (request.type() == LayerType.FACILITIES && !complete.asserted()) {
                  log.add(Finding.COMPLETENESS_ASSUMED.ofFile(""));
                }
                source.warnings().forEach(notice -> log.add(warning(notice)));
                return told.end(
                    target,
                    report(request, file, pass, rows, complete, log),
                    request.storing(),
                    same);
              });
      if (!request.storing().dryRun()) {
        memory.ifPresent(m -> m.remember(asked, file.description()));
      }
      return report;
    }
  }

  /** Whether the layer's current version was made of this very file in this very way. */
  public boolean isUnchanged(ImportRequest request) {
    Completeness complete =
        completeness.resolve(request.destination().city(), request.meaning().completeFor());
    return sameFile(request).find(layers, complete).isPresent();
  }

  /** Words that were given a meaning since may make another import of it. */
  private SameFile sameFile(ImportRequest request) {
    return new SameFile(memory.map(m -> m.withKnownWords(request)).orElse(request));
  }

  private Placing placing(ImportRequest request, IssueLog log) {
    String city = request.destination().city();
    return new Placing(
        request.type(),
        request.meaning().places(),
        () -> new AddressPlaces(areas.listNamedPlaces(city), areas.listNames(city)),
        log);
  }

  private Recognised recognise(
      FeatureSource source, ImportRequest request, IssueLog log, ImportProgress progress) {
    SourceDescription description = source.description();
    CrsChoice crs = Recogniser.crs(request, description);
    if (!crs.warnings().isEmpty()) {
      log.add(assumed(crs));
    }
    FieldMapping mapping = recogniser.mapping(request, description);
    if (mapping.find(FieldRole.NAME).isEmpty()
        && NAMED.contains(request.type())
        && !description.fieldNames().isEmpty()) {
      log.add(Finding.NAME_UNMAPPED.ofFile(String.join(", ", description.fieldNames())));
    }
    recogniser
        .dictionary()
        .ambiguousArea(description.fieldNames(), request.type(), mapping)
        .ifPresent(field -> log.add(Finding.AREA_AMBIGUOUS.at(0, field, "")));
    progress.looking();
    Survey survey =
        Survey.of(source, mapping, recogniser.values(), recogniser.personal(), progress);
    for (FieldRole role : survey.allZero()) {
      mapping
          .find(role)
          .ifPresent(field -> log.add(Finding.ALL_ZERO.at(0, field.field(), role.id())));
    }
    return new Recognised(
        description, crs, mapping, survey, dropped(request, description, mapping, survey, log));
  }

  private Set<String> dropped(
      ImportRequest request,
      SourceDescription description,
      FieldMapping mapping,
      Survey survey,
      IssueLog log) {
    Map<String, PersonalData.Sort> found = recogniser.personal(description, mapping, survey);
    for (String kept : request.meaning().keepPersonal()) {
      found.remove(FieldDictionary.require(description.fieldNames(), kept, description.fileName()));
    }
    if (mapping.own()) {
      found.keySet().removeIf(OwnColumns::isOwn);
    }
    found.forEach(
        (field, sort) ->
            log.add(Finding.PERSONAL_DATA.at(0, field, sort.text().zh() + " " + sort.text().en())));
    return found.keySet();
  }

  /** Fields in whose texts nothing is looked for: kept as asked, keys, and columns of numbers. */
  private Set<String> codes(ImportRequest request, Recognised file) {
    Set<String> codes = new HashSet<>(file.survey().plainNumbers());
    for (String kept : request.meaning().keepPersonal()) {
      codes.add(
          FieldDictionary.require(
              file.description().fieldNames(), kept, file.description().fileName()));
    }
    file.description().fieldNames().stream()
        .filter(recogniser.dictionary()::isKeyName)
        .forEach(codes::add);
    return codes;
  }

  private LayerRows rows(
      ImportRequest request,
      Recognised file,
      Completeness complete,
      RowFields fields,
      IssueLog log) {
    return switch (request.type()) {
      case COMMUNITIES -> new CommunityRows(fields, renovations);
      case FACILITIES ->
          new FacilityRows(
              fields,
              log,
              words,
              new KindResolver(kinds, request.meaning().kindWords()),
              request.meaning().kind().map(kind -> inFile(kind, file)),
              request.meaning().merge(),
              complete.area());
      case SITES ->
          new FacilityRows(
              fields,
              log,
              words,
              new KindResolver(kinds, Map.of()),
              Optional.empty(),
              Map.of(),
              Optional.empty());
      case STREETS -> new StreetRows(fields, StreetWords.load(words), log);
      case GATES -> new GateRows(fields, words, log);
      case AREAS, ADDRESSES -> new ShapeRows(fields, log);
      case BUILDINGS -> new BuildingRows(fields, buildingUses, log);
      case LAND_USE -> landUse(file, fields, log);
      case POPULATION -> throw new IllegalArgumentException("a raster has no rows");
    };
  }

  private LayerRows landUse(Recognised file, RowFields fields, IssueLog log) {
    if (file.mapping().find(FieldRole.CATEGORY).isEmpty()) {
      SourceDescription description = file.description();
      throw new UserError(
          "no field was recognised as the land use",
          description.fileName(),
          "say which with --field category=FIELD; its fields are "
              + String.join(", ", description.fieldNames()));
    }
    return new LandUseRows(fields, landUses, log);
  }

  /** The choice with the field's name as the file spells it. */
  private static KindChoice inFile(KindChoice choice, Recognised file) {
    SourceDescription description = file.description();
    return choice
        .field()
        .<KindChoice>map(
            field ->
                new KindChoice.ByField(
                    FieldDictionary.require(
                        description.fieldNames(), field, description.fileName())))
        .orElse(choice);
  }

  private static ImportHeader header(
      ImportRequest request, Recognised file, Completeness complete) {
    ImportRequest.Destination to = request.destination();
    return new ImportHeader(
        to.city(),
        to.cityName(),
        to.demonstration(),
        request.type(),
        to.source(),
        file.description().fileName(),
        file.crs().name(),
        complete);
  }

  private static UserError nothingUsable(FeatureSource source, int read, IssueLog log) {
    String reasons =
        log.groups().stream()
            .filter(group -> group.severity() == ImportIssue.Severity.REFUSED)
            .map(ImportLayer::reason)
            .collect(Collectors.joining(", "));
    String told =
        source.warnings().stream()
            .map(notice -> " (" + notice.text().en() + ")")
            .collect(Collectors.joining());
    return new UserError(
        (read == 0
                ? "there is no row in it"
                : "none of its " + read + " rows can be used: " + reasons)
            + told,
        source.description().fileName(),
        "nothing was stored; check that it is the right file and the right type of layer");
  }

  private static String reason(IssueGroup group) {
    String example = group.examples().isEmpty() ? "" : ", for example " + group.examples().get(0);
    return group.count() + " x " + group.code() + " (" + group.message().en() + example + ")";
  }

  private static ImportIssue warning(Notice notice) {
    return new ImportIssue(0, "", notice.code(), notice.text(), ImportIssue.Severity.WARNING, "");
  }

  private static ImportIssue assumed(CrsChoice crs) {
    LocalizedText text =
        new LocalizedText(
            crs.warnings().stream().map(LocalizedText::zh).collect(Collectors.joining(" ")),
            crs.warnings().stream().map(LocalizedText::en).collect(Collectors.joining(" ")));
    return new ImportIssue(0, "", "crs_assumed", text, ImportIssue.Severity.WARNING, "");
  }

  private static ImportReport report(
      ImportRequest request,
      Recognised file,
      RowPass pass,
      LayerRows rows,
      Completeness complete,
      IssueLog log) {
    SourceDescription description = file.description();
    ImportRequest.Destination to = request.destination();
    Map<String, Integer> unknownKinds =
        rows instanceof FacilityRows facilities ? facilities.unknownKinds() : Map.of();
    return new ImportReport(
        new ImportReport.Origin(
            description.fileName(),
            description.format(),
            description.geometryType(),
            request.type(),
            to.city(),
            to.source()),
        pass.counted(),
        evidence(file),
        log.groups(),
        log.refusedRows(),
        unknownKinds,
        complete,
        Optional.empty());
  }

  private static ImportReport.Evidence evidence(Recognised file) {
    List<ImportReport.Mapping> mapped = new ArrayList<>();
    for (MappedField field : file.mapping().fields()) {
      mapped.add(
          new ImportReport.Mapping(
              field.role().id(),
              field.field(),
              field.how().text(),
              file.survey().sample(field.field())));
    }
    List<String> kept = new ArrayList<>(file.description().fieldNames());
    kept.removeAll(file.mapping().fieldNames());
    kept.removeAll(file.dropped());
    if (file.mapping().own()) {
      kept.removeIf(OwnColumns::isOwn);
      kept.replaceAll(OwnColumns::original);
    }
    EncodingChoice encoding = file.description().encoding();
    return new ImportReport.Evidence(
        new ImportReport.Told(encoding.charset().name(), encoding.sentence()),
        new ImportReport.Told(file.crs().name(), file.crs().sentence()),
        mapped,
        kept,
        List.copyOf(file.dropped()));
  }
}
