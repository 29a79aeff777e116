package org.gapmap.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gapmap.domain.Citation;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.ServiceKind;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/** The standards and the kinds that they speak of. */
final class StandardApi {
  private final StandardsLibrary standards;
  private final KindCatalogue kinds;

  StandardApi(StandardsLibrary standards, KindCatalogue kinds) {
    this.standards = standards;
    this.kinds = kinds;
  }

  record Note(String zh, String en) {}

  record Kind(
      String id,
      LocalizedText name,
      String icon,
      String targetGroup,
      LocalizedText capacityUnit,
      List<String> members) {
    static Kind of(ServiceKind kind) {
      return new Kind(
          kind.id(),
          kind.name(),
          kind.icon(),
          Codes.of(kind.targetGroup()),
          kind.capacityUnit(),
          kind.members());
    }
  }

  /** A row with the source of each of its numbers, flat. */
  record Rule(
      String kind,
      List<String> levels,
      @com.fasterxml.jackson.annotation.JsonUnwrapped RuleView row) {
    static Rule of(ServiceStandard standard, ServiceRule rule) {
      return new Rule(
          rule.kind(),
          rule.requirement().levels().stream().map(Codes::of).toList(),
          RuleView.of(standard, rule));
    }
  }

  /** What is taken for granted where no file counts people. */
  record Assumptions(
      @Nullable Assumed personsPerHousehold,
      @Nullable Assumed floorSqmPerPerson,
      Map<String, Assumed> shares) {
    static Assumptions of(PopulationAssumptions assumptions) {
      Map<String, Assumed> shares = new TreeMap<>();
      assumptions
          .shares()
          .forEach((group, share) -> shares.put(Codes.of(group), Assumed.of(share)));
      return new Assumptions(
          assumptions.personsPerHousehold().map(Assumed::of).orElse(null),
          assumptions.floorSqmPerPerson().map(Assumed::of).orElse(null),
          shares);
    }
  }

  /** Metres a second. */
  record Speeds(Assumed elderly, Assumed others) {}

  record Assumed(double value, @com.fasterxml.jackson.annotation.JsonUnwrapped Source source) {
    static Assumed of(PopulationAssumptions.Assumption assumption) {
      return new Assumed(assumption.value(), Source.of(assumption.citation()));
    }
  }

  /** Where a number comes from, with the API's names. */
  record Source(
      LocalizedText clause,
      LocalizedText source,
      @Nullable Integer year,
      String verification,
      boolean localChoice,
      Note note) {
    static Source of(Citation citation) {
      return new Source(
          citation.clause(),
          citation.source(),
          citation.year() == 0 ? null : citation.year(),
          Codes.of(citation.verification()),
          citation.localChoice(),
          new Note(citation.noteZh(), citation.noteEn()));
    }
  }

  record Standard(
      String id,
      LocalizedText name,
      Optional<String> basedOn,
      double metFrom,
      double gapBelow,
      LocalizedText thresholdNote,
      Assumptions population,
      Speeds walkingSpeed,
      List<Rule> rules) {
    static Standard of(ServiceStandard standard) {
      return new Standard(
          standard.id(),
          standard.name(),
          standard.basedOn(),
          standard.thresholds().metFrom(),
          standard.thresholds().gapBelow(),
          standard.thresholdNote(),
          Assumptions.of(standard.population()),
          new Speeds(
              Assumed.of(standard.walkingSpeeds().elderly()),
              Assumed.of(standard.walkingSpeeds().others())),
          standard.rules().stream().map(rule -> Rule.of(standard, rule)).toList());
    }
  }

  void kinds(Context context) {
    context.json(kinds.all().stream().map(Kind::of).toList());
  }

  void standards(Context context) {
    context.json(standards.all().stream().map(Standard::of).toList());
  }

  /** A file of the planner's folder that cannot be used as it is. */
  record Problem(String file, boolean keptEarlier, List<Fault> faults) {
    static Problem of(StandardsLibrary.Problem problem) {
      return new Problem(
          problem.file(),
          problem.keptEarlier(),
          problem.faults().stream().map(f -> new Fault(f.what(), f.where(), f.remedy())).toList());
    }
  }

  record Fault(String what, String where, String remedy) {}

  void problems(Context context) {
    context.json(standards.problems().stream().map(Problem::of).toList());
  }
}
