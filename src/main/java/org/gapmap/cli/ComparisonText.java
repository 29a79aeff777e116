package org.gapmap.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gapmap.assess.City;
import org.gapmap.assess.FacilityChange;
import org.gapmap.assess.StandardComparison.JudgedIn;
import org.gapmap.assess.StandardComparison.KindChange;
import org.gapmap.assess.StandardComparison.Transition;
import org.gapmap.assess.VersionComparison;
import org.gapmap.assess.VersionComparison.KindChanges;
import org.gapmap.assess.VersionComparison.StatusChange;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.store.Codes;

/** A comparison as a terminal shows it. */
final class ComparisonText {
  private static final int SHOWN = 20;

  private ComparisonText() {}

  static void print(VersionComparison comparison, ServiceStandard standard, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s, data version %d against %d, by %s (%s)%n",
        comparison.to().name(),
        comparison.to().dataVersion(),
        comparison.from().dataVersion(),
        standard.name().en(),
        standard.id());
    Map<FacilityChange.Type, Integer> types = new EnumMap<>(FacilityChange.Type.class);
    comparison.facilities().forEach(change -> types.merge(change.type(), 1, Integer::sum));
    out.println(
        "Facilities: "
            + (types.isEmpty()
                ? "no change"
                : types.entrySet().stream()
                    .map(each -> each.getValue() + " " + Codes.of(each.getKey()))
                    .collect(Collectors.joining(", "))));
    comparison.facilities().stream()
        .limit(SHOWN)
        .forEach(change -> out.println("  " + line(change)));
    more(comparison.facilities().size(), "facilities", out);
    out.printf(
        Locale.ROOT,
        "Communities: %d added, %d removed%n",
        comparison.added().size(),
        comparison.removed().size());
    for (KindChanges kind : comparison.kinds()) {
      Map<Transition, Integer> transitions = transitions(kind);
      if (!transitions.isEmpty()) {
        out.printf(
            Locale.ROOT,
            "%-32s %6.0f m  %s%n",
            kind.after().rule().kind(),
            kind.after().radiusMetres(),
            words(transitions));
      }
    }
    if (comparison.kinds().stream().allMatch(kind -> kind.changes().isEmpty())) {
      out.println("No community's verdict changed.");
    }
  }

  static void print(
      City city,
      ServiceStandard standard,
      ServiceStandard other,
      List<KindChange> kinds,
      PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s, data version %d, by %s (%s) and by %s (%s)%n",
        city.name(),
        city.dataVersion(),
        standard.name().en(),
        standard.id(),
        other.name().en(),
        other.id());
    for (KindChange kind : kinds) {
      if (kind.judgedIn() != JudgedIn.BOTH) {
        continue;
      }
      Map<Transition, Integer> changed =
          kind.transitions().entrySet().stream()
              .filter(each -> each.getKey().was() != each.getKey().becomes())
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      out.printf(
          Locale.ROOT,
          "%-32s %s%n",
          kind.kind(),
          changed.isEmpty() ? "no verdict changes" : words(changed));
      kind.differences().stream().map(LocalizedText::en).forEach(text -> out.println("  " + text));
    }
    for (JudgedIn one : List.of(JudgedIn.FIRST_ONLY, JudgedIn.OTHER_ONLY)) {
      List<String> only =
          kinds.stream().filter(kind -> kind.judgedIn() == one).map(KindChange::kind).toList();
      if (!only.isEmpty()) {
        out.println(
            "Judged by "
                + (one == JudgedIn.FIRST_ONLY ? standard : other).id()
                + " only: "
                + String.join(", ", only));
      }
    }
  }

  private static String line(FacilityChange change) {
    String name = change.latest().name();
    String line =
        Codes.of(change.type())
            + " "
            + change.latest().kind()
            + " "
            + (name.isBlank() ? "(no name)" : name);
    boolean renamed = change.fields().contains("name") && change.before().isPresent();
    if (renamed) {
      line += " (was " + change.before().orElseThrow().name() + ")";
    } else if (change.before().isPresent() && change.after().isPresent()) {
      line += " (" + String.join(", ", change.fields()) + ")";
    }
    return line;
  }

  private static void more(int all, String what, PrintWriter out) {
    if (all > SHOWN) {
      out.println("  and " + (all - SHOWN) + " more " + what + ": see --csv");
    }
  }

  private static Map<Transition, Integer> transitions(KindChanges kind) {
    return kind.changes().stream()
        .collect(Collectors.toMap(change -> transition(kind, change), change -> 1, Integer::sum));
  }

  private static Transition transition(KindChanges kind, StatusChange change) {
    return new Transition(
        kind.before().status(change.indexBefore()), kind.after().status(change.index()));
  }

  /** The same order at each run. */
  private static String words(Map<Transition, Integer> transitions) {
    StringBuilder words = new StringBuilder();
    for (CoverageStatus was : CoverageStatus.values()) {
      for (CoverageStatus becomes : CoverageStatus.values()) {
        Integer count = transitions.get(new Transition(was, becomes));
        if (count != null) {
          words
              .append(words.isEmpty() ? "" : ", ")
              .append(count)
              .append(" from ")
              .append(Codes.of(was))
              .append(" to ")
              .append(Codes.of(becomes));
        }
      }
    }
    return words.toString();
  }
}
