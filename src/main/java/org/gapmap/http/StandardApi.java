package org.gapmap.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalDouble;
import org.gapmap.domain.Citation;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceKind;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.Codes;

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

  /** A rule and its citation, flat. */
  record Rule(
      String kind,
      List<String> satisfiedBy,
      OptionalDouble radiusMetres,
      String mode,
      @com.fasterxml.jackson.annotation.JsonUnwrapped Source source) {
    static Rule of(ServiceRule rule) {
      return new Rule(
          rule.kind(),
          rule.satisfiedBy(),
          rule.radiusMetres(),
          Codes.of(rule.mode()),
          Source.of(rule.citation()));
    }
  }

  /** Where a number comes from, with the API's names. */
  record Source(
      LocalizedText clause,
      LocalizedText source,
      int year,
      String verification,
      boolean localChoice,
      Note note) {
    static Source of(Citation citation) {
      return new Source(
          citation.clause(),
          citation.source(),
          citation.year(),
          Codes.of(citation.verification()),
          citation.localChoice(),
          new Note(citation.noteZh(), citation.noteEn()));
    }
  }

  record Standard(
      String id,
      LocalizedText name,
      double metFrom,
      double gapBelow,
      LocalizedText thresholdNote,
      List<Rule> rules) {
    static Standard of(ServiceStandard standard) {
      return new Standard(
          standard.id(),
          standard.name(),
          standard.thresholds().metFrom(),
          standard.thresholds().gapBelow(),
          standard.thresholdNote(),
          standard.rules().stream().map(Rule::of).toList());
    }
  }

  void kinds(Context context) {
    context.json(kinds.all().stream().map(Kind::of).toList());
  }

  void standards(Context context) {
    context.json(standards.all().stream().map(Standard::of).toList());
  }
}
