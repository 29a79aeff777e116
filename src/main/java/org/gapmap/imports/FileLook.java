package org.gapmap.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CoordinateOutOfRange;
import org.gapmap.geo.CrsChoice;
import org.gapmap.imports.source.EncodingReading;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.SourceDescription;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.jobs.Progress;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * A file opened as an import would open it, to be looked at only. Where the request can't be met
 * (the coordinates are not known, a field that it names is not there), it is looked at without.
 */
public final class FileLook implements AutoCloseable {
  private static final int SAMPLES = 5;
  private static final int STEP = 1_000;
  private static final LocalizedText LOOKING = new LocalizedText("正在检查文件", "examining the file");
  private static final LocalizedText UNSAID = new LocalizedText("未识别，原样保留", "not recognised");
  private static final LocalizedText PLACE =
      new LocalizedText("位置由此读取", "the place is read from it");
  private static final LocalizedText PERSONAL =
      new LocalizedText("疑似个人信息", "looks like personal data");

  private static final class Column {
    private final Set<String> samples = new LinkedHashSet<>();
    private int filled;
  }

  private final ImportRequest request;
  private final FeatureSource source;
  private final Recogniser recogniser = new Recogniser();
  private final FieldMapping mapping;
  private final Optional<CrsChoice> crs;
  private final Optional<UserError> problem;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Survey survey;
  private int rows;

  private FileLook(ImportRequest asked, FeatureSource source) {
    this.source = source;
    Optional<UserError> wrong = Optional.empty();
    Optional<CrsChoice> system = Optional.empty();
    FieldMapping fields;
    ImportRequest said = asked;
    try {
      said = SaidKinds.request(asked, source);
    } catch (UserError e) {
      wrong = Optional.of(e);
    }
    this.request = said;
    try {
      system = Optional.of(Recogniser.crs(request, source.description()));
    } catch (UserError e) {
      wrong = Optional.of(e);
    }
    try {
      fields = recogniser.mapping(request, source.description());
    } catch (UserError e) {
      wrong = Optional.of(e);
      fields = recogniser.mapping(plain(request), source.description());
    }
    this.mapping = fields;
    this.crs = system;
    this.problem = wrong;
    this.survey = Survey.begin(source.description().fieldNames());
  }

  private static ImportRequest plain(ImportRequest request) {
    return request.withMeaning(ImportRequest.Meaning.ofFile());
  }

  /**
   * @throws UserError where the file can't be opened at all
   */
  public static FileLook open(ImportRequest request) {
    return new FileLook(
        request, ReturnedFile.open(request.file(), request.reading().wanting(request.type())));
  }

  public SourceDescription description() {
    return source.description();
  }

  /** Empty where nobody knows its coordinates. */
  public Optional<CrsChoice> crs() {
    return crs;
  }

  /** Why it can't be imported as the request says, as far as that is known before its rows are. */
  public Optional<UserError> problem() {
    return problem;
  }

  /** Reads every row once. */
  public void read(Progress progress, Consumer<LookedRow> looker) {
    progress.stage(LOOKING, source.description().declaredRows().orElse((int) Progress.UNKNOWN));
    Optional<ShapeCheck> check =
        crs.map(system -> new ShapeCheck(request.type(), system.transform()));
    Iterator<SourceFeature> features = source.features();
    while (features.hasNext()) {
      SourceFeature row = features.next();
      survey.take(row, mapping, recogniser.values(), recogniser.personal());
      row.fields().forEach(this::sample);
      looker.accept(look(row, check));
      if (++rows % STEP == 0) {
        progress.done(rows);
      }
    }
  }

  private LookedRow look(SourceFeature row, Optional<ShapeCheck> check) {
    String name = recogniser.values().text(mapping.text(FieldRole.NAME, row.fields()));
    Coordinate placed = request.meaning().places().get(row.row());
    if (placed != null) {
      Geometry point = new GeometryFactory().createPoint(placed);
      return new LookedRow(
          row.row(), name, row.fields(), Optional.of(point), Optional.of(point), Optional.empty());
    }
    if (row.geometry().isEmpty() || check.isEmpty()) {
      return new LookedRow(
          row.row(), name, row.fields(), row.geometry(), Optional.empty(), Optional.empty());
    }
    double before = check.get().changedSqm();
    ShapeCheck.Checked checked = check.get().check(row.row(), row.geometry().get());
    Optional<LookedRow.Flaw> flaw = Optional.empty();
    if (checked.shape().isPresent() && !checked.issues().isEmpty()) {
      flaw = flaw(row.geometry().get(), check.get().changedSqm() - before);
    }
    return new LookedRow(row.row(), name, row.fields(), row.geometry(), checked.shape(), flaw);
  }

  private Optional<LookedRow.Flaw> flaw(Geometry inFile, double changedSqm) {
    TopologyValidationError error = new IsValidOp(inFile).getValidationError();
    return error == null
        ? Optional.empty()
        : place(error.getCoordinate().x, error.getCoordinate().y)
            .map(at -> new LookedRow.Flaw(error.getErrorType(), at, changedSqm));
  }

  /** Longitude and latitude of a place in the file's coordinates; empty where it has none. */
  public Optional<Coordinate> place(double x, double y) {
    if (crs.isEmpty() || !Double.isFinite(x) || !Double.isFinite(y)) {
      return Optional.empty();
    }
    double[] xy = {x, y};
    try {
      crs.get().transform().apply(xy, 1);
    } catch (CoordinateOutOfRange e) {
      return Optional.empty();
    }
    return Math.abs(xy[0]) <= 180 && Math.abs(xy[1]) <= 90
        ? Optional.of(new Coordinate(xy[0], xy[1]))
        : Optional.empty();
  }

  private void sample(String field, String text) {
    if (text.isEmpty() || recogniser.values().isEmpty(text)) {
      return;
    }
    Column column = columns.computeIfAbsent(field, f -> new Column());
    column.filled++;
    if (column.samples.size() < SAMPLES) {
      column.samples.add(text);
    }
  }

  /** The fields in file order; complete once the rows have been read. */
  public List<LookedField> fields() {
    Map<String, PersonalData.Sort> personal =
        recogniser.personal(source.description(), mapping, survey);
    Map<String, MappedField> mapped = new LinkedHashMap<>();
    mapping.fields().forEach(field -> mapped.put(field.field(), field));
    List<LookedField> fields = new ArrayList<>();
    for (String field : source.description().fieldNames()) {
      MappedField taken = mapped.get(field);
      PersonalData.Sort sort = personal.get(field);
      Column column = columns.getOrDefault(field, new Column());
      boolean place = taken == null && source.placeFields().contains(field);
      LocalizedText evidence = place ? PLACE : UNSAID;
      if (taken != null) {
        evidence = taken.how().text();
      } else if (sort != null) {
        evidence = PERSONAL;
      }
      fields.add(
          new LookedField(
              field,
              Optional.ofNullable(taken).map(MappedField::role),
              evidence,
              column.samples.stream()
                  .map(text -> sort == null ? PersonalText.masked(text) : hidden(text))
                  .toList(),
              column.filled,
              sort == null ? "" : sort.code(),
              sort == null || request.meaning().keepPersonal().contains(field),
              place));
    }
    return fields;
  }

  /** Enough to know it again by: a preview may be kept longer than the file. */
  private static String hidden(String text) {
    int shown = Math.min(3, text.length() / 3);
    return text.substring(0, Math.max(1, shown)) + PersonalText.MASK;
  }

  /** The ways to read its bytes, the likeliest first, numbers of persons masked in the samples. */
  public List<EncodingReading> encodings() {
    return source.encodings().stream().map(r -> r.withSamples(PersonalText::masked)).toList();
  }

  /** Rows read so far. */
  public int rows() {
    return rows;
  }

  @Override
  public void close() {
    source.close();
  }
}
