package org.gapmap.standards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Population;
import org.gapmap.domain.Provision;
import org.gapmap.domain.ServiceRule;
import org.gapmap.standards.WorkedExample.Box;
import org.gapmap.standards.WorkedExample.Demand;
import org.gapmap.standards.WorkedExample.Expected;
import org.gapmap.standards.WorkedExample.Home;
import org.gapmap.standards.WorkedExample.Lists;
import org.gapmap.standards.WorkedExample.Place;

/** Reads worked examples: one row of the profile, judged in a world of a few boxes and points. */
final class ExampleReader {
  private static final double SHARE_WITHIN = 0.001;

  /** A plane holds no more, and degrees no less. */
  private static final double FARTHEST_METRES = 100_000;

  private static final double SHORTEST_METRES = 0.001;
  private static final Set<String> KEYS =
      Set.of("name", "kind", "lists", "communities", "facilities");
  private static final Set<String> HOME_KEYS =
      Set.of(
          "name",
          "box",
          "households",
          "residents",
          "elderly",
          "infants",
          "preschoolers",
          "pupils",
          "expect");
  private static final Set<String> EXPECT_KEYS =
      Set.of("status", "share", "share_within", "served", "without_capacity", "out_of_reach");
  private static final Set<String> PLACE_KEYS =
      Set.of("kind", "name", "at", "box", "status", "access", "capacity", "floor_sqm", "land_sqm");

  private final KindCatalogue kinds;
  private final Faults faults;

  ExampleReader(KindCatalogue kinds, Faults faults) {
    this.kinds = kinds;
    this.faults = faults;
  }

  List<WorkedExample> read(YamlNode list, List<ServiceRule> rules) {
    List<WorkedExample> examples = new ArrayList<>();
    for (YamlNode node : faults.read(List.<YamlNode>of(), list::items)) {
      faults
          .read(Optional.<WorkedExample>empty(), () -> Optional.of(example(node, rules)))
          .ifPresent(examples::add);
    }
    return examples;
  }

  private WorkedExample example(YamlNode node, List<ServiceRule> rules) {
    faults.allow(node, KEYS);
    YamlNode kind = node.get("kind");
    ServiceRule judged =
        rules.stream()
            .filter(rule -> rule.kind().equals(kind.text()))
            .findFirst()
            .orElseThrow(
                () ->
                    kind.error(
                        "the standard has no row '" + kind.text() + "'", "name one of its kinds"));
    if (judged.radiusMetres().isEmpty()) {
      throw kind.error("'" + kind.text() + "' is not judged by distance", "name another kind");
    }
    List<Home> homes = new ArrayList<>();
    for (YamlNode home : node.get("communities").items()) {
      homes.add(home(home, homes.size()));
    }
    if (homes.isEmpty()) {
      throw node.get("communities").error("nobody lives here", "draw at least one community");
    }
    List<Place> places = new ArrayList<>();
    for (YamlNode place : node.find("facilities").map(YamlNode::items).orElse(List.of())) {
      places.add(place(place, places.size()));
    }
    return new WorkedExample(
        node.where(),
        node.find("name").map(YamlNode::words).orElse(LocalizedText.same(kind.text())),
        kind.text(),
        node.find("lists").map(ExampleReader::lists).orElse(Lists.COMPLETE),
        homes,
        places);
  }

  // A word, or the box in which the lists are complete.
  private static Lists lists(YamlNode node) {
    if (node.isText()) {
      return switch (node.text()) {
        case "none" -> new Lists(false, Optional.empty());
        case "complete" -> Lists.COMPLETE;
        default ->
            throw node.error(
                "'" + node.text() + "' says nothing of lists",
                "write none, complete, or the box in which they are complete");
      };
    }
    return new Lists(true, Optional.of(box(node)));
  }

  private Home home(YamlNode node, int before) {
    faults.allow(node, HOME_KEYS);
    return new Home(
        node.find("name").map(YamlNode::text).orElse("community " + (before + 1)),
        box(node.get("box")),
        new Population(
            count(node, "households"),
            count(node, "residents"),
            count(node, "elderly"),
            count(node, "infants"),
            count(node, "preschoolers"),
            count(node, "pupils")),
        expected(node.get("expect")));
  }

  private Expected expected(YamlNode node) {
    faults.allow(node, EXPECT_KEYS);
    Optional<YamlNode> share = node.find("share");
    Optional<Demand> demand = Optional.empty();
    if (Stream.of("served", "without_capacity", "out_of_reach")
        .anyMatch(key -> node.find(key).isPresent())) {
      demand =
          Optional.of(
              new Demand(
                  node.get("served").number(),
                  node.get("without_capacity").number(),
                  node.get("out_of_reach").number()));
    }
    return new Expected(
        node.get("status").oneOf(CoverageStatus.class),
        share.isPresent() ? OptionalDouble.of(share.get().number()) : OptionalDouble.empty(),
        node.find("share_within").map(YamlNode::positive).orElse(SHARE_WITHIN),
        demand);
  }

  private Place place(YamlNode node, int before) {
    faults.allow(node, PLACE_KEYS);
    YamlNode kind = node.get("kind");
    return new Place(
        kinds.known(kind),
        node.find("name").map(YamlNode::text).orElse("facility " + (before + 1)),
        node.find("box").map(ExampleReader::box).orElseGet(() -> point(node.get("at"))),
        node.find("status").map(s -> s.oneOf(FacilityStatus.class)).orElse(FacilityStatus.OPEN),
        node.find("access").map(a -> a.oneOf(FacilityAccess.class)).orElse(FacilityAccess.PUBLIC),
        new Provision(
            count(node, "capacity"), number(node, "floor_sqm"), number(node, "land_sqm")));
  }

  private static Box box(YamlNode node) {
    double[] corners = near(node, 4);
    if (!(corners[2] - corners[0] >= SHORTEST_METRES
        && corners[3] - corners[1] >= SHORTEST_METRES)) {
      throw node.error(
          "the box is empty", "write [west, south, east, north] in metres, at least 0.001 apart");
    }
    return new Box(corners[0], corners[1], corners[2], corners[3]);
  }

  private static Box point(YamlNode node) {
    double[] place = near(node, 2);
    return new Box(place[0], place[1], place[0], place[1]);
  }

  private static double[] near(YamlNode node, int count) {
    double[] metres = node.numbers(count);
    if (Arrays.stream(metres).anyMatch(m -> Math.abs(m) > FARTHEST_METRES)) {
      throw node.error("farther than 100,000 m from the origin", "draw a smaller world");
    }
    return metres;
  }

  private static OptionalInt count(YamlNode node, String key) {
    Optional<YamlNode> count = node.find(key);
    if (count.isPresent() && count.get().integer() < 0) {
      throw count.get().error("a count below 0", "leave the key out where nobody knows");
    }
    return count.isPresent() ? OptionalInt.of(count.get().integer()) : OptionalInt.empty();
  }

  private static OptionalDouble number(YamlNode node, String key) {
    Optional<YamlNode> number = node.find(key);
    return number.isPresent() ? OptionalDouble.of(number.get().positive()) : OptionalDouble.empty();
  }
}
