package org.gapmap.domain;

import java.util.List;
import java.util.Optional;

/**
 * A profile that a city is judged by.
 *
 * @param basedOn id of the profile that this one changes; empty where it stands alone
 * @param thresholds the bounds of rows that have none of their own
 * @param rules one per kind, in the standard's order
 */
public record ServiceStandard(
    String id,
    LocalizedText name,
    Optional<String> basedOn,
    Thresholds thresholds,
    LocalizedText thresholdNote,
    PopulationAssumptions population,
    WalkingSpeeds walkingSpeeds,
    List<ServiceRule> rules) {
  public ServiceStandard {
    rules = List.copyOf(rules);
  }

  /** With the usual walking speeds. */
  public ServiceStandard(
      String id,
      LocalizedText name,
      Optional<String> basedOn,
      Thresholds thresholds,
      LocalizedText thresholdNote,
      PopulationAssumptions population,
      List<ServiceRule> rules) {
    this(id, name, basedOn, thresholds, thresholdNote, population, WalkingSpeeds.USUAL, rules);
  }

  /** The same standard with other rows. */
  public ServiceStandard withRules(List<ServiceRule> others) {
    return new ServiceStandard(
        id, name, basedOn, thresholds, thresholdNote, population, walkingSpeeds, others);
  }

  /** The bounds that a row is judged by. */
  public Thresholds thresholdsOf(ServiceRule rule) {
    return rule.thresholds().orElse(thresholds);
  }

  public Optional<ServiceRule> findRule(String kind) {
    return rules.stream().filter(rule -> rule.kind().equals(kind)).findFirst();
  }
}
