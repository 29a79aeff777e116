package org.gapmap.standards;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.PopulationAssumptions.Assumption;
import org.gapmap.domain.TargetGroup;
import org.gapmap.domain.WalkingSpeeds;

/** Reads what a profile takes for granted about people where no file counts them. */
final class PopulationReader {
  private static final Set<String> KEYS =
      Set.of("persons_per_household", "floor_sqm_per_person", "shares");

  /** Everybody is no group: a share of all is 1. */
  private static final Set<String> GROUPS =
      Stream.of(TargetGroup.values())
          .filter(group -> group != TargetGroup.ALL)
          .map(group -> group.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  /** Metres a second. */
  private static final double FASTEST_WALK = 3;

  private final Citations citations;
  private final Faults faults;

  PopulationReader(Citations citations, Faults faults) {
    this.citations = citations;
    this.faults = faults;
  }

  /**
   * @param below the assumptions that these change, number by number
   */
  PopulationAssumptions read(YamlNode node, PopulationAssumptions below) {
    faults.allow(node, KEYS);
    Map<TargetGroup, Assumption> shares = new EnumMap<>(TargetGroup.class);
    shares.putAll(below.shares());
    Optional<YamlNode> groups = faults.read(Optional.empty(), () -> node.find("shares"));
    if (groups.isPresent()) {
      faults.allow(groups.get(), GROUPS);
      for (String group : GROUPS) {
        faults
            .read(Optional.<Assumption>empty(), () -> assumption(groups.get(), group, true))
            .ifPresent(
                share -> shares.put(TargetGroup.valueOf(group.toUpperCase(Locale.ROOT)), share));
      }
    }
    return new PopulationAssumptions(
        faults
            .read(
                Optional.<Assumption>empty(),
                () -> assumption(node, "persons_per_household", false))
            .or(below::personsPerHousehold),
        faults
            .read(
                Optional.<Assumption>empty(), () -> assumption(node, "floor_sqm_per_person", false))
            .or(below::floorSqmPerPerson),
        shares);
  }

  /**
   * How fast people walk.
   *
   * @param below the speeds that these change, one by one
   */
  WalkingSpeeds speeds(YamlNode node, WalkingSpeeds below) {
    faults.allow(node, Set.of("elderly", "others"));
    return new WalkingSpeeds(
        faults.read(below.elderly(), () -> speed(node, "elderly").orElse(below.elderly())),
        faults.read(below.others(), () -> speed(node, "others").orElse(below.others())));
  }

  private Optional<Assumption> speed(YamlNode parent, String key) {
    Optional<Assumption> read = assumption(parent, key, false);
    if (read.isPresent() && read.get().value() > FASTEST_WALK) {
      throw parent
          .get(key)
          .get("value")
          .error(
              "nobody walks " + read.get().value() + " m a second",
              "give metres a second, not a minute");
    }
    return read;
  }

  private Optional<Assumption> assumption(YamlNode parent, String key, boolean share) {
    return parent.find(key).map(node -> assumption(node, share));
  }

  private Assumption assumption(YamlNode node, boolean share) {
    Set<String> keys = new HashSet<>(Citations.KEYS);
    keys.add("value");
    faults.allow(node, keys);
    YamlNode value = node.get("value");
    return new Assumption(
        share ? RuleReader.share(value) : value.positive(), citations.of(node, Optional.empty()));
  }
}
