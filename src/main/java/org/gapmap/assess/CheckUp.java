package org.gapmap.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.Citation;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.Requirement;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.jobs.Progress;
import org.gapmap.store.Codes;
import org.gapmap.store.RunColumns;
import org.gapmap.store.RunHeader;
import org.gapmap.store.RunKind;
import org.gapmap.store.RunNorm;
import org.gapmap.store.RunNumber;
import org.gapmap.store.RunRule;
import org.gapmap.store.RunStore;

/** A whole city assessed against a whole standard, and kept as a run. */
public final class CheckUp {
  private static final int PART_OF_THE_WORK = 1024;

  private static final LocalizedText ASSESSING =
      new LocalizedText("正在评估全部设施", "assessing all kinds");
  private static final LocalizedText STORING =
      new LocalizedText("正在存储评估结果", "storing the assessment");

  private final Assessor assessor;
  private final RunStore runs;

  public CheckUp(Assessor assessor, RunStore runs) {
    this.assessor = assessor;
    this.runs = runs;
  }

  /** A stored run and its answers by kind. */
  public record Run(long id, List<RunKind> kinds) {
    public Run {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * Assesses, stores and returns the run.
   *
   * @throws UserError where the city has no communities
   */
  public Run run(City city, ServiceStandard standard) {
    return run(city, standard, Progress.none());
  }

  /**
   * The same, telling how far it is.
   *
   * @throws org.gapmap.jobs.CancelledException where it was told to stop; then nothing is stored
   */
  public Run run(City city, ServiceStandard standard, Progress progress) {
    if (city.size() == 0) {
      throw new UserError(
          "the city has no communities yet",
          "city " + city.key(),
          "import them first: gapmap import communities FILE --city " + city.key());
    }
    List<CompletableFuture<RunKind>> made = new ArrayList<>();
    CompletableFuture<?> before = CompletableFuture.completedFuture(null);
    for (KindCoverage coverage : assessed(city, standard, progress)) {
      CompletableFuture<RunKind> next = before.thenApplyAsync(done -> kind(coverage));
      made.add(next);
      before = next;
    }
    progress.stage(STORING, made.size());
    AtomicInteger stored = new AtomicInteger();
    // The database stores one kind while the next is made.
    long id =
        runs.addRun(
            city.key(),
            city.dataVersion(),
            standard,
            () ->
                made.stream()
                    .map(
                        kind -> {
                          progress.done(stored.getAndIncrement());
                          return kind.join();
                        })
                    .iterator(),
            progress.job());
    return new Run(id, made.stream().map(CompletableFuture::join).toList());
  }

  /** All kinds in one pass over the city, which is faster than by turns (decision 009). */
  private List<KindCoverage> assessed(City city, ServiceStandard standard, Progress progress) {
    progress.stage(ASSESSING, Progress.UNKNOWN);
    List<KindCoverage> coverages = assessor.assessAll(city, standard);
    progress.done(coverages.size());
    return coverages;
  }

  /** The runs that were stored, to be read back. */
  public RunStore runs() {
    return runs;
  }

  /** The latest run of the city as it is now. */
  public Optional<RunHeader> latest(City city, ServiceStandard standard) {
    return runs.findLatest(city.key(), city.dataVersion(), standard.id());
  }

  private static RunKind kind(KindCoverage coverage) {
    int communities = coverage.city().size();
    RunColumns columns = RunColumns.unknown(communities);
    Capacity capacity = coverage.capacity();
    float[] nearestMetres = new float[communities];
    int[] order = coverage.service().communities.spatialOrder;
    IntStream.range(0, (communities + PART_OF_THE_WORK - 1) / PART_OF_THE_WORK)
        .parallel()
        .forEach(
            part -> {
              Distances.NearestFinder search = coverage.distances().nearest();
              int end = Math.min(communities, (part + 1) * PART_OF_THE_WORK);
              for (int k = part * PART_OF_THE_WORK; k < end; k++) {
                int i = order[k];
                columns.setStatus(i, coverage.status(i).letter());
                columns.setPeopleBasis(i, basis(capacity.demand(), i));
                nearestMetres[i] = nearest(coverage, search, i, columns);
              }
            });
    columns.set(RunNumber.SHARE, column(communities, coverage::share));
    columns.set(RunNumber.SHARE_OF_PEOPLE, column(communities, coverage::shareOfPeople));
    columns.set(
        RunNumber.RESIDENTS_OUT_OF_REACH, column(communities, coverage::residentsOutOfReach));
    columns.set(RunNumber.GROUP_PEOPLE, column(communities, capacity.demand()::people));
    columns.set(RunNumber.SERVED, column(communities, capacity::served));
    columns.set(RunNumber.WITHOUT_CAPACITY, column(communities, capacity::withoutCapacity));
    columns.set(RunNumber.GROUP_OUT_OF_REACH, column(communities, capacity::outOfReach));
    if (capacity.norm().isPresent()) {
      columns.set(RunNumber.QUANTITY_GAP, column(communities, capacity::quantityGap));
    }
    columns.set(RunNumber.NEAREST_M, nearestMetres);
    return new RunKind(
        rule(coverage),
        coverage.group(),
        sizes(coverage.rule()),
        capacity.norm().map(norm -> norm(norm, capacity.unit())),
        columns);
  }

  /** How far the least sizes were checked: by their own citation, else by the row's. */
  private static String sizes(ServiceRule rule) {
    Requirement asked = rule.requirement();
    if (asked.leastFloorSqm().isEmpty() && asked.leastLandSqm().isEmpty()) {
      return "";
    }
    return Codes.of(asked.sizes().orElse(rule.citation()).verification());
  }

  private static RunNorm norm(CapacityNorm norm, LocalizedText unit) {
    return new RunNorm(
        norm.amount(),
        unit,
        Codes.of(norm.basis()),
        norm.citation().clause().both(),
        Codes.of(norm.citation().verification()));
  }

  private static float[] column(int size, IntToDoubleFunction value) {
    float[] column = new float[size];
    IntStream.range(0, size).parallel().forEach(i -> column[i] = (float) value.applyAsDouble(i));
    return column;
  }

  private static char basis(Demand demand, int index) {
    if (Double.isNaN(demand.people(index))) {
      return 'u';
    }
    return demand.estimated(index) ? 'e' : 'c';
  }

  private static RunRule rule(KindCoverage coverage) {
    Citation citation = coverage.rule().citation();
    return new RunRule(
        coverage.rule().kind(),
        coverage.radiusMetres(),
        Codes.of(coverage.measured()),
        citation.clause().both(),
        citation.source().both(),
        citation.year(),
        Codes.of(citation.verification()),
        citation.localChoice());
  }

  /** Notes the nearest facility and returns the metres to it; NaN where there is none. */
  private static float nearest(
      KindCoverage coverage, Distances.NearestFinder search, int index, RunColumns columns) {
    int nearest = coverage.service().completion().known(index) ? search.find(index) : -1;
    if (nearest < 0) {
      return Float.NaN;
    }
    Provenance from = coverage.service().facility(nearest).provenance();
    columns.setNearest(index, from.layerVersion(), from.number());
    return (float) search.metres();
  }
}
