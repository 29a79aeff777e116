package org.gapmap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gapmap.assess.Cities;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.imports.FieldRole;
import org.gapmap.imports.FileAhead;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportReport;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.KindChoice;
import org.gapmap.imports.ReportJson;
import org.gapmap.imports.ReportText;
import org.gapmap.imports.doctor.Doctor;
import org.gapmap.imports.doctor.Preview;
import org.gapmap.imports.doctor.PreviewJson;
import org.gapmap.imports.doctor.PreviewText;
import org.gapmap.imports.source.ReadLimits;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.jobs.JobRequest;
import org.gapmap.store.CityRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file as a layer of a city. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Imports a file as a layer of a city, and reports what became of each row.",
      "",
      "A layer is a city, a type, a kind and a source. Importing it again makes its next version and"
          + " touches no other layer. Everything usable is stored in one transaction; a row that"
          + " can't be used is refused with its reason and stops no other.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  gapmap import areas districts.zip --city shanghai",
      "  gapmap import communities xiaoqu.shp --city shanghai --source planning-office",
      "  gapmap import facilities canteens.csv --kind elderly_canteen --crs gcj02 \\",
      "      --complete-for 杨浦区,长宁区",
      "  gapmap import facilities poi.csv --kind-field 类型 --field name=店名",
      "  gapmap import streets roads.zip --layer 道路中心线 --encoding GBK",
      "  gapmap import buildings loudong.shp --city shanghai",
      "  gapmap import communities xiaoqu.shp --dry-run",
      "  gapmap import land-use yongdi.shp --field category=用地性质",
      "  gapmap layers refused --layer 3 --out refused.csv     (put the rows right, then)",
      "  gapmap import facilities refused.csv --kind-field 类型 --source poi --mode upsert",
      "",
      "What the report says is explained in docs/importing.md."
    })
public final class ImportCommand implements Callable<Integer> {
  private static final String FIRST_CITY = "city";

  private final Supplier<ImportLayer> imports;
  private final Supplier<Doctor> doctor;
  private final Supplier<Cities> cities;
  private final Supplier<ReadLimits> limits;
  private final AttendedJobs jobs;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "TYPE",
      description = {
        "communities, facilities, areas, streets, sites, buildings, land-use",
        "or population (a GeoTIFF; import the communities first)."
      })
  private String type;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = {
        "A shapefile, GeoPackage, GeoJSON (or lines of it), a CSV or XLSX table, an OpenStreetMap",
        "extract; a folder or .zip with one; FileGDB, KML, TAB, MIF or DXF where ogr2ogr is."
      })
  private Path file;

  @Option(
      names = "--city",
      paramLabel = "CITY",
      description = {
        "Key of the city; it is made if it is not there yet.",
        "May be left out where there is one besides the demonstration, or none: then '"
            + FIRST_CITY
            + "' is made."
      })
  private @Nullable String city;

  @Option(
      names = "--city-name",
      paramLabel = "NAME",
      defaultValue = "",
      description = "What the page calls a city that is made now. Default: its key.")
  private String cityName;

  @Option(
      names = "--synthetic",
      description = "The file is made up: only such files may go into the demonstration city.")
  private boolean synthetic;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "Who delivers the layer. Default: the file's name without its extension.")
  private @Nullable String source;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Kind of all facilities: an id, a name or an alias (elderly_canteen, 长者食堂).")
  private @Nullable String kind;

  @Option(
      names = "--kind-field",
      paramLabel = "FIELD",
      description = "Field that says each facility's kind.")
  private @Nullable String kindField;

  @Option(
      names = "--complete-for",
      paramLabel = "AREA",
      description = {
        "Where a list of facilities is complete; outside it a gap is not claimed.",
        "Names of imported areas (杨浦区,长宁区), layer:SOURCE, a polygon file, or all."
      })
  private @Nullable String completeFor;

  @Option(
      names = "--field",
      paramLabel = "ROLE=FIELD",
      description = {
        "Take FIELD for ROLE, whatever the dictionary says; repeatable. ROLE= takes none.",
        "Roles: name, key, build_year, renovation, households, residents, elderly,",
        "children (under 3), preschoolers (3 to 5), pupils (6 to 11) (communities);",
        "name, key, capacity, floor_area, land_area, status, access, subtype (facilities, sites);",
        "those of people, floor_area, land_area, storeys, category (buildings);",
        "name, category (others)."
      })
  private @Nullable List<String> fields;

  @Option(
      names = "--crs",
      paramLabel = "CRS",
      description = {
        "EPSG:n, cgcs2000, wgs84, gcj02, bd09, xian80 (taken as CGCS2000, with a warning),",
        "swapped:EPSG:n (y before x) or fit:x,y,lon,lat;... (control points).",
        "Default: what the file declares."
      })
  private @Nullable String crs;

  @Option(
      names = "--control-points",
      paramLabel = "FILE",
      description = {
        "CSV of x,y,lon,lat of four or more points of a city's own grid, with degrees of CGCS2000.",
        "Instead of --crs."
      })
  private @Nullable Path controlPoints;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "GBK, UTF-8, ... Default: what the file declares, or its bytes show.")
  private @Nullable String encoding;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "Layer, sheet or file to take where there are several.")
  private @Nullable String layer;

  @Option(
      names = "--mode",
      paramLabel = "replace|append|upsert",
      defaultValue = "replace",
      description = {
        "What becomes of the rows that the layer has: replace (the default), append, or upsert:",
        "rows whose key, or name and place, comes again are replaced, the others stay."
      })
  private ImportRequest.Storing.Mode mode;

  @Mixin private LookOptions look;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(
      names = "--progress",
      negatable = true,
      description = {"Show on standard error how far it is. Default: yes, but not with --json."})
  private @Nullable Boolean progress;

  @Option(
      names = "--language",
      paramLabel = "zh|en",
      description = "Language of the report. Default: the system's.")
  private @Nullable String language;

  /** The suppliers open the database at their first use. */
  @SuppressWarnings("NullAway.Init")
  public ImportCommand(
      Supplier<ImportLayer> imports,
      Supplier<Doctor> doctor,
      Supplier<Cities> cities,
      Supplier<ReadLimits> limits,
      AttendedJobs jobs) {
    this.jobs = jobs;
    this.imports = imports;
    this.doctor = doctor;
    this.cities = cities;
    this.limits = limits;
  }

  @Override
  public Integer call() {
    LayerType layerType = layerType();
    Map<FieldRole, String> given = given();
    boolean chinese = isChinese();
    ReadOptions reading =
        new ReadOptions(Optional.ofNullable(layer), Optional.ofNullable(encoding))
            .within(limits.get());
    try (FileAhead ahead =
        look.dryRun() || look.remembered()
            ? FileAhead.none()
            : FileAhead.open(file, reading, layerType)) {
      return call(ahead, layerType, reading, given, chinese);
    }
  }

  private int call(
      FileAhead ahead,
      LayerType layerType,
      ReadOptions reading,
      Map<FieldRole, String> given,
      boolean chinese) {
    ImportRequest request =
        new ImportRequest(
            file,
            layerType,
            new ImportRequest.Destination(city(), cityName, synthetic, source()),
            reading,
            new ImportRequest.Meaning(
                kindChoice(),
                look.kindWords(),
                crs(),
                Optional.ofNullable(completeFor),
                given,
                look.keepPersonal()),
            new ImportRequest.Storing(mode, false, System.getProperty("user.name", "")));
    if (look.remembered()) {
      request = doctor.get().asLastTime(request, unsaid());
    }
    if (look.dryRun()) {
      return preview(examine(request, chinese), chinese);
    }
    ImportReport report = run(request, ahead, chinese);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ReportJson.of(report).toPrettyString());
    } else {
      ReportText.of(report, chinese).forEach(out::println);
    }
    out.flush();
    ClassArchive.isWhole();
    return 0;
  }

  private ImportReport run(ImportRequest request, FileAhead ahead, boolean chinese) {
    return jobs.run(
        new JobRequest(
            "import",
            new LocalizedText("导入 " + name(), "Import of " + name()),
            Optional.of(request.lock())),
        ProgressShown.of(progress, json, chinese),
        spec.commandLine().getErr(),
        told -> imports.get().taking(ahead).run(request, told),
        report -> ReportJson.of(report).toString());
  }

  private Preview examine(ImportRequest request, boolean chinese) {
    return jobs.run(
        new JobRequest(
            "preview", new LocalizedText("查看 " + name(), "Look at " + name()), Optional.empty()),
        ProgressShown.of(progress, json, chinese),
        spec.commandLine().getErr(),
        told -> doctor.get().examine(request, told),
        preview -> PreviewJson.of(preview).toString());
  }

  private String name() {
    return String.valueOf(file.toAbsolutePath().normalize().getFileName());
  }

  private Optional<String> crs() {
    if (controlPoints == null) {
      return Optional.ofNullable(crs);
    }
    if (crs != null) {
      throw new UserError(
          "--crs and --control-points say the same thing twice",
          "--control-points",
          "give one of them");
    }
    try (Stream<String> lines = Files.lines(controlPoints)) {
      // A heading has no digits.
      return Optional.of(
          lines
              .map(line -> line.replace("\uFEFF", "").strip())
              .filter(line -> line.chars().anyMatch(Character::isDigit))
              .limit(2_000)
              .collect(Collectors.joining(";", "fit:", "")));
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(
          "the control points can't be read (" + e.getMessage() + ")",
          controlPoints.toString(),
          "give a CSV file in UTF-8 with x,y,lon,lat in each line",
          e);
    }
  }

  /** What a request has without the user having said it. */
  private Set<String> unsaid() {
    Set<String> unsaid = new HashSet<>();
    if (source == null) {
      unsaid.add("source");
    }
    if (mode == ImportRequest.Storing.Mode.REPLACE) {
      unsaid.add("mode");
    }
    return unsaid;
  }

  private int preview(Preview preview, boolean chinese) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(PreviewJson.of(preview).toPrettyString());
    } else {
      PreviewText.of(preview, chinese).forEach(out::println);
    }
    out.flush();
    return preview.problem().isEmpty() ? 0 : 2;
  }

  private LayerType layerType() {
    for (LayerType known : LayerType.values()) {
      if (known.name().equalsIgnoreCase(type.replace('-', '_'))) {
        return known;
      }
    }
    throw new UserError(
        "'" + type + "' is no type of layer",
        "gapmap import",
        "take communities, facilities, areas, streets, sites, buildings, land-use or population");
  }

  private String city() {
    if (city != null) {
      return city;
    }
    List<String> own =
        cities.get().list().stream()
            .filter(known -> !known.demonstration())
            .map(CityRecord::key)
            .toList();
    if (own.size() == 1) {
      return own.get(0);
    }
    if (own.isEmpty()) {
      return FIRST_CITY;
    }
    throw new UserError(
        "there are several cities: " + String.join(", ", own), "", "name the city with --city");
  }

  private String source() {
    if (source != null) {
      return source;
    }
    Path name = file.toAbsolutePath().normalize().getFileName();
    String whole = name == null ? "" : name.toString();
    int dot = whole.lastIndexOf('.');
    return dot > 0 ? whole.substring(0, dot) : whole;
  }

  private Optional<KindChoice> kindChoice() {
    if (kind != null && kindField != null) {
      throw new UserError(
          "--kind and --kind-field say the same thing twice", "--kind-field", "give one of them");
    }
    if (kind != null) {
      return Optional.of(new KindChoice.Fixed(kind));
    }
    return Optional.ofNullable(kindField).map(KindChoice.ByField::new);
  }

  private Map<FieldRole, String> given() {
    Map<FieldRole, String> given = new LinkedHashMap<>();
    for (String pair : fields == null ? List.<String>of() : fields) {
      int equals = pair.indexOf('=');
      String role = equals < 0 ? pair : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      FieldRole known =
          FieldRole.find(role)
              .filter(r -> equals >= 0)
              .orElseThrow(
                  () ->
                      new UserError(
                          "'" + pair + "' does not say which role a field has",
                          "--field",
                          "write ROLE=FIELD, where ROLE is one of "
                              + List.of(FieldRole.values()).stream()
                                  .map(FieldRole::id)
                                  .collect(Collectors.joining(", "))));
      given.put(known, pair.substring(equals + 1).strip());
    }
    return given;
  }

  private boolean isChinese() {
    // The starting scripts say it, since they set a locale of their own for the encoding.
    String system = System.getProperty("gapmap.language", Locale.getDefault().getLanguage());
    String wanted = language == null ? system : language;
    if (language != null && !wanted.equals("zh") && !wanted.equals("en")) {
      throw new UserError(
          "the report is not written in '" + wanted + "'", "--language", "take zh or en");
    }
    return wanted.equals("zh");
  }
}
