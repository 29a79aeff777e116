package org.gapmap.assess;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.store.Codes;
import org.gapmap.store.RunResult;
import org.gapmap.store.RunRow;
import org.gapmap.store.RunStore;

/** A whole city assessed against a whole standard, and kept as a run. */
public final class CheckUp {
  private final Assessor assessor;
  private final RunStore runs;

  public CheckUp(Assessor assessor, RunStore runs) {
    this.assessor = assessor;
    this.runs = runs;
  }

  /** A stored run and its answers by kind. */
  public record Run(long id, List<RunResult> results) {
    public Run {
      results = List.copyOf(results);
    }
  }

  /**
   * Assesses, stores and returns the run.
   *
   * @throws UserError where the city has no communities
   */
  public Run run(City city, ServiceStandard standard) {
    if (city.size() == 0) {
      throw new UserError(
          "the city has no communities yet",
          "city " + city.key(),
          "import them first: gapmap import communities FILE --city " + city.key());
    }
    List<RunResult> results =
        assessor.assessAll(city, standard).stream().map(CheckUp::result).toList();
    long id = runs.addRun(city.key(), city.dataVersion(), standard, results);
    return new Run(id, results);
  }

  /** A run stored before. */
  public Optional<Run> find(long id) {
    List<RunResult> results = runs.listResults(id);
    return results.isEmpty() ? Optional.empty() : Optional.of(new Run(id, results));
  }

  private static RunResult result(KindCoverage coverage) {
    return new RunResult(
        coverage.rule().kind(),
        coverage.radiusMetres(),
        Codes.of(coverage.rule().mode()),
        IntStream.range(0, coverage.city().size())
            .parallel()
            .mapToObj(i -> row(coverage, i))
            .toList());
  }

  private static RunRow row(KindCoverage coverage, int index) {
    City city = coverage.city();
    boolean known = coverage.service().completion().known(index);
    Optional<Nearest> nearest =
        known ? Nearest.find(city, coverage.service(), index) : Optional.empty();
    return new RunRow(
        city.community(index).id(),
        city.community(index).name(),
        city.residents(index),
        coverage.share(index),
        Codes.of(coverage.status(index)),
        coverage.residentsOutOfReach(index),
        nearest.map(n -> n.facility().name()).orElse(""),
        nearest.map(Nearest::metres).orElse(Double.NaN));
  }
}
