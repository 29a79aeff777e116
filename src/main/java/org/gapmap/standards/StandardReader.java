package org.gapmap.standards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.Thresholds;
import org.gapmap.domain.UserError;
import org.gapmap.domain.WalkingSpeeds;

/** Reads a profile's file, and says everything that is wrong with it. */
final class StandardReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "name",
          "extends",
          "without",
          "source",
          "year",
          "thresholds",
          "population",
          "walking_speed",
          "rules",
          "examples");
  private static final Thresholds UNREAD_THRESHOLDS = new Thresholds(1, 1);
  private static final LocalizedText UNREAD = LocalizedText.same("?");

  private final KindCatalogue kinds;

  StandardReader(KindCatalogue kinds) {
    this.kinds = kinds;
  }

  /**
   * @param file what messages call it
   * @param others the profiles that this one may extend, by id
   */
  StandardFile read(String file, String yaml, Function<String, Optional<ServiceStandard>> others) {
    Faults faults = new Faults();
    try {
      YamlNode root = YamlNode.parse(file, yaml);
      faults.allow(root, KEYS);
      Optional<ServiceStandard> below = below(root, others);
      Citations citations = new Citations(root);
      ServiceStandard standard = standard(root, below, citations, faults);
      Optional<YamlNode> written = root.find("examples");
      List<WorkedExample> examples =
          written.isPresent()
              ? new ExampleReader(kinds, faults).read(written.get(), standard.rules())
              : List.of();
      if (faults.count() == 0) {
        return new StandardFile(file, Optional.of(standard), examples, List.of());
      }
    } catch (UserError fault) {
      // Without the file's head nothing below it can be read for what it is.
      faults.add(fault);
    }
    return new StandardFile(file, Optional.empty(), List.of(), faults.list());
  }

  private static Optional<ServiceStandard> below(
      YamlNode root, Function<String, Optional<ServiceStandard>> others) {
    return root.find("extends")
        .map(
            node ->
                others
                    .apply(node.text())
                    .orElseThrow(
                        () ->
                            node.error(
                                "there is no standard '" + node.text() + "' to extend",
                                "name one that is sound, and not this one")));
  }

  private ServiceStandard standard(
      YamlNode root, Optional<ServiceStandard> below, Citations citations, Faults faults) {
    Optional<YamlNode> bounds = faults.read(Optional.empty(), () -> root.find("thresholds"));
    boolean inherits = below.isPresent() && bounds.isEmpty();
    return new ServiceStandard(
        faults.read("?", () -> root.get("id").text()),
        faults.read(UNREAD, () -> root.get("name").localized()),
        below.map(ServiceStandard::id),
        inherits
            ? below.orElseThrow().thresholds()
            : faults.read(UNREAD_THRESHOLDS, () -> RuleReader.thresholds(root.get("thresholds"))),
        inherits
            ? below.orElseThrow().thresholdNote()
            : faults.read(
                UNREAD,
                () ->
                    root.get("thresholds")
                        .allow("met_from", "gap_below", "note")
                        .get("note")
                        .localized()),
        population(root, below, citations, faults),
        speeds(root, below, citations, faults),
        rules(root, below, new RuleReader(kinds, citations, faults), faults));
  }

  private static PopulationAssumptions population(
      YamlNode root, Optional<ServiceStandard> below, Citations citations, Faults faults) {
    PopulationAssumptions inherited =
        below.map(ServiceStandard::population).orElse(PopulationAssumptions.NONE);
    return root.find("population")
        .map(node -> new PopulationReader(citations, faults).read(node, inherited))
        .orElse(inherited);
  }

  private static WalkingSpeeds speeds(
      YamlNode root, Optional<ServiceStandard> below, Citations citations, Faults faults) {
    WalkingSpeeds inherited = below.map(ServiceStandard::walkingSpeeds).orElse(WalkingSpeeds.USUAL);
    return root.find("walking_speed")
        .map(node -> new PopulationReader(citations, faults).speeds(node, inherited))
        .orElse(inherited);
  }

  /** The rows below, changed where this file has a row of their kind, then the new ones. */
  private static List<ServiceRule> rules(
      YamlNode root, Optional<ServiceStandard> below, RuleReader reader, Faults faults) {
    Map<String, ServiceRule> rules = new LinkedHashMap<>();
    below.ifPresent(standard -> standard.rules().forEach(rule -> rules.put(rule.kind(), rule)));
    for (YamlNode dropped :
        faults.read(
            List.<YamlNode>of(),
            () -> root.find("without").map(YamlNode::items).orElse(List.of()))) {
      if (rules.remove(faults.read("?", dropped::text)) == null) {
        faults.add(dropped.error("there is no such row to drop", "name a kind of the profile"));
      }
    }
    List<String> written = new ArrayList<>();
    for (YamlNode row : faults.read(List.<YamlNode>of(), () -> root.get("rules").items())) {
      String kind = faults.read("?", () -> row.get("kind").text());
      ServiceRule rule = reader.read(row, Optional.ofNullable(rules.get(kind)));
      if (written.contains(rule.kind()) && !rule.kind().equals("?")) {
        faults.add(
            row.get("kind").error("'" + rule.kind() + "' has a row already", "keep one row"));
      }
      written.add(rule.kind());
      rules.put(rule.kind(), rule);
    }
    return List.copyOf(rules.values());
  }
}
