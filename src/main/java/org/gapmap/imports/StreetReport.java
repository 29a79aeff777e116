package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Passage;
import org.gapmap.domain.StreetRule;
import org.gapmap.domain.StreetTally;

/** The part of a report that tells how streets may be walked. */
final class StreetReport {
  private static final String STREETS = "streets";

  private StreetReport() {}

  static LocalizedText label(StreetRule rule) {
    return rule.label();
  }

  static LocalizedText label(Passage passage) {
    return switch (passage) {
      case OPEN -> new LocalizedText("可步行", "walkable");
      case PRIVATE -> new LocalizedText("仅内部可步行", "walkable by those who belong there");
      case CLOSED -> new LocalizedText("不可步行", "not walkable");
    };
  }

  static void put(ObjectNode root, StreetTally tally) {
    ObjectNode node = root.putObject(STREETS);
    ArrayNode rules = node.putArray("rules");
    for (StreetTally.OfRule of : tally.rules()) {
      LocalizedText label = label(of.rule());
      rules
          .addObject()
          .put("rule", of.rule().id())
          .put("passage", of.rule().passage().name().toLowerCase(Locale.ROOT))
          .put("ways", of.ways())
          .put("metres", Math.round(of.metres()))
          .put("labelZh", label.zh())
          .put("labelEn", label.en());
    }
    put(node, "bridges", tally.bridges());
    put(node, "tunnels", tally.tunnels());
    put(node, "levels", tally.levels());
  }

  private static void put(ObjectNode node, String name, StreetTally.Part part) {
    node.putObject(name).put("ways", part.ways()).put("metres", Math.round(part.metres()));
  }

  /** Empty where the report tells nothing of streets. */
  static Optional<StreetTally> read(JsonNode report) {
    JsonNode node = report.path(STREETS);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    List<StreetTally.OfRule> rules = new ArrayList<>();
    for (JsonNode of : node.path("rules")) {
      StreetRule.find(of.path("rule").asText())
          .ifPresent(
              rule ->
                  rules.add(
                      new StreetTally.OfRule(
                          rule, of.path("ways").asInt(), of.path("metres").asDouble())));
    }
    return Optional.of(
        new StreetTally(rules, part(node, "bridges"), part(node, "tunnels"), part(node, "levels")));
  }

  private static StreetTally.Part part(JsonNode node, String name) {
    JsonNode part = node.path(name);
    return new StreetTally.Part(part.path("ways").asInt(), part.path("metres").asDouble());
  }

  static List<String> lines(StreetTally tally, boolean chinese) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    for (Passage passage : Passage.values()) {
      List<StreetTally.OfRule> of =
          tally.rules().stream().filter(r -> r.rule().passage() == passage).toList();
      if (of.isEmpty()) {
        continue;
      }
      lines.add(pick(label(passage), chinese) + " " + kilometres(tally.metres(passage)));
      for (StreetTally.OfRule rule : of) {
        lines.add(
            String.format(
                Locale.ROOT,
                chinese ? "  %6d 条  %9s  %s" : "  %6d ways  %9s  %s",
                rule.ways(),
                kilometres(rule.metres()),
                pick(label(rule.rule()), chinese)));
      }
    }
    lines.add(
        (chinese ? "其中桥梁 %d、隧道 %d，不在地面层的 %d" : "Bridges %d, tunnels %d; not on the ground %d")
            .formatted(tally.bridges().ways(), tally.tunnels().ways(), tally.levels().ways()));
    return lines;
  }

  private static String pick(LocalizedText text, boolean chinese) {
    return chinese ? text.zh() : text.en();
  }

  private static String kilometres(double metres) {
    return String.format(Locale.ROOT, "%.1f km", metres / 1000);
  }
}
