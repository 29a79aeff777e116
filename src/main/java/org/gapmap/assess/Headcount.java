package org.gapmap.assess;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.gapmap.assess.Demand.Basis;
import org.gapmap.assess.Demand.Guess;
import org.gapmap.assess.Demand.Spread;
import org.gapmap.domain.Building;
import org.gapmap.domain.Population;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.PopulationAssumptions.Assumption;
import org.gapmap.domain.TargetGroup;
import org.gapmap.geo.Geocentric;

/** Counts the people of one group in one community. */
final class Headcount {
  private final PopulationAssumptions assumptions;
  private final TargetGroup group;
  private final Population own;

  double people = Double.NaN;
  double households = Double.NaN;
  Basis basis = Basis.UNKNOWN;
  Spread spread = Spread.EVENLY;
  Spots spots = Spots.NONE;
  int guesses;
  int householdGuesses;

  /** A number and the guesses that made it; NaN where it can't be had. */
  private record Figure(double value, int guesses) {
    static final Figure UNKNOWN = new Figure(Double.NaN, 0);

    static Figure counted(OptionalInt count) {
      return count.isPresent() ? new Figure(count.getAsInt(), 0) : UNKNOWN;
    }

    boolean known() {
      return !Double.isNaN(value);
    }

    boolean has(Guess guess) {
      return (guesses & guess.bit) != 0;
    }

    Figure or(Figure other) {
      return known() ? this : other;
    }

    Figure times(Optional<Assumption> factor, Guess guess) {
      return factor.isPresent() && known()
          ? new Figure(value * factor.get().value(), with(guesses, guess))
          : UNKNOWN;
    }

    Figure over(Optional<Assumption> divisor, Guess guess) {
      return divisor.isPresent() && known()
          ? new Figure(value / divisor.get().value(), with(guesses, guess))
          : UNKNOWN;
    }
  }

  Headcount(PopulationAssumptions assumptions, TargetGroup group, Population own) {
    this.assumptions = assumptions;
    this.group = group;
    this.own = own;
  }

  static Set<Guess> guesses(int bits) {
    Set<Guess> set = EnumSet.noneOf(Guess.class);
    for (Guess guess : Guess.values()) {
      if ((bits & guess.bit) != 0) {
        set.add(guess);
      }
    }
    return set;
  }

  private static int with(int bits, Guess guess) {
    return bits | guess.bit;
  }

  void count(Homes homes, int community) {
    List<Building> here = homes.in(community);
    Figure counted = ownPeople();
    boolean byBuildings = !here.isEmpty() && countBuildings(here, counted);
    if (!byBuildings && counted.known()) {
      take(counted, Basis.COUNTED);
    } else if (!byBuildings) {
      countGrid(homes.gridPeople(community));
    }
    if (group == TargetGroup.ALL) {
      Figure homesHere = householdsOf(here);
      households = homesHere.value();
      householdGuesses = homesHere.guesses();
    }
  }

  private void take(Figure figure, Basis from) {
    people = figure.value();
    guesses = figure.guesses();
    basis = from;
  }

  /** The community's own number of the group. */
  private Figure ownPeople() {
    return Figure.counted(own.count(group)).or(ofGroup(residents(own)));
  }

  private Figure residents(Population of) {
    return Figure.counted(of.residents())
        .or(
            Figure.counted(of.households())
                .times(assumptions.personsPerHousehold(), Guess.PERSONS_PER_HOUSEHOLD));
  }

  /** The group among so many residents, by its share in the whole city. */
  private Figure ofGroup(Figure residents) {
    return group == TargetGroup.ALL
        ? residents
        : residents.times(Optional.ofNullable(assumptions.shares().get(group)), Guess.GROUP_SHARE);
  }

  /** Returns false where the buildings don't say how many people live here, nor where. */
  private boolean countBuildings(List<Building> here, Figure counted) {
    boolean anyStated = here.stream().anyMatch(this::states);
    if (!anyStated && counted.known()) {
      return placeOwn(here, counted);
    }
    double sum = 0;
    int made = 0;
    boolean anyKnown = false;
    double[] amount = new double[here.size()];
    for (int k = 0; k < amount.length; k++) {
      Building building = here.get(k);
      Figure lives = peopleOf(building);
      if (counted.known() && counted.guesses() == 0 && lives.has(Guess.GROUP_SHARE)) {
        // A count of the group here says more than its share in the whole city.
        return placeOwn(here, counted);
      }
      if (lives.known()) {
        anyKnown = true;
        amount[k] = lives.value();
        sum += lives.value();
        made |= lives.guesses();
      } else if (states(building)) {
        return counted.known() && placeOwn(here, counted);
      } else {
        made = with(made, Guess.SILENT_BUILDINGS);
      }
    }
    if (!anyKnown) {
      return false;
    }
    boolean someSilent = (made & Guess.SILENT_BUILDINGS.bit) != 0;
    if (someSilent && counted.known()) {
      take(counted, Basis.COUNTED);
    } else {
      take(new Figure(sum, made), Basis.BUILDINGS);
    }
    placeAt(here, amount);
    return true;
  }

  /** Lets the community's own number live where its buildings' residents, homes or floors are. */
  private boolean placeOwn(List<Building> here, Figure counted) {
    List<ToDoubleFunction<Building>> measures =
        List.of(
            building -> building.population().residents().orElse(0),
            building -> building.population().households().orElse(0),
            building -> building.floorSqm().orElse(0));
    for (ToDoubleFunction<Building> measure : measures) {
      double[] amount = here.stream().mapToDouble(measure).toArray();
      if (placeAt(here, amount)) {
        take(counted, Basis.COUNTED);
        return true;
      }
    }
    return false;
  }

  private boolean placeAt(List<Building> here, double[] amount) {
    double[] places = new double[3 * amount.length];
    for (int k = 0; k < amount.length; k++) {
      Building building = here.get(k);
      Geocentric.of(building.lon(), building.lat(), places, 3 * k);
    }
    spots = new Spots(places, amount).asShares();
    spread = spots.size() > 0 ? Spread.BY_BUILDINGS : Spread.EVENLY;
    return spots.size() > 0;
  }

  private boolean states(Building building) {
    Population stated = building.population();
    return stated.residents().isPresent()
        || stated.households().isPresent()
        || stated.count(group).isPresent();
  }

  private Figure peopleOf(Building building) {
    Figure all =
        residents(building.population())
            .or(floor(building).over(assumptions.floorSqmPerPerson(), Guess.FLOOR_PER_PERSON));
    if (group == TargetGroup.ALL) {
      return all;
    }
    return Figure.counted(building.population().count(group)).or(byOwnShare(all)).or(ofGroup(all));
  }

  private static Figure floor(Building building) {
    return building.floorSqm().isPresent()
        ? new Figure(building.floorSqm().getAsDouble(), 0)
        : Figure.UNKNOWN;
  }

  private Figure byOwnShare(Figure all) {
    int residents = own.residents().orElse(0);
    if (residents == 0 || own.count(group).isEmpty() || !all.known()) {
      return Figure.UNKNOWN;
    }
    double share = own.count(group).getAsInt() / (double) residents;
    return new Figure(all.value() * share, with(all.guesses(), Guess.COMMUNITY_SHARE));
  }

  private void countGrid(Spots raster) {
    if (raster.size() == 0) {
      return;
    }
    Figure lives = ofGroup(new Figure(raster.sum(), with(0, Guess.RASTER)));
    if (lives.known()) {
      take(lives, Basis.GRID);
      spots = raster.asShares();
      spread = spots.size() > 0 ? Spread.BY_GRID : Spread.EVENLY;
    }
  }

  /**
   * By the buildings, where each that says something says this; else the community's, else made.
   */
  private Figure householdsOf(List<Building> here) {
    if (basis == Basis.BUILDINGS) {
      int sum = 0;
      boolean all = true;
      for (Building building : here) {
        OptionalInt stated = building.population().households();
        all &= stated.isPresent() || !says(building);
        sum += stated.orElse(0);
      }
      if (all) {
        return new Figure(sum, guesses & Guess.SILENT_BUILDINGS.bit);
      }
    }
    return Figure.counted(own.households())
        .or(
            new Figure(people, guesses)
                .over(assumptions.personsPerHousehold(), Guess.PERSONS_PER_HOUSEHOLD));
  }

  private boolean says(Building building) {
    return states(building) || building.floorSqm().isPresent();
  }
}
