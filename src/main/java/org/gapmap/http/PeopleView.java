package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import org.gapmap.assess.Capacity;
import org.gapmap.assess.Demand;
import org.gapmap.assess.Demand.Guess;
import org.gapmap.assess.KindCoverage;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.PopulationAssumptions.Assumption;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/**
 * What one kind means for one community's people.
 *
 * @param capacity who finds room; null where the row has no capacity norm
 */
record PeopleView(
    String group,
    @Nullable Double people,
    String basis,
    String spread,
    boolean estimated,
    List<GuessView> guesses,
    @Nullable Double shareOfPeople,
    @Nullable Double outOfReach,
    @Nullable Room capacity) {

  /**
   * What was taken for granted.
   *
   * @param value null where it is no number of the standard's
   */
  record GuessView(
      String guess,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double value,
      @JsonUnwrapped StandardApi.@Nullable Source source) {
    static List<GuessView> of(Demand demand, Set<Guess> guesses) {
      return guesses.stream()
          .map(
              guess -> {
                Assumption used = demand.assumption(guess).orElse(null);
                return new GuessView(
                    Codes.of(guess),
                    used == null ? null : used.value(),
                    used == null ? null : StandardApi.Source.of(used.citation()));
              })
          .toList();
    }
  }

  /** A community's people and the room for them. */
  record Room(
      @Nullable Double need,
      @Nullable Double served,
      @Nullable Double withoutCapacity,
      @Nullable Double quantityGap,
      LocalizedText unit,
      boolean capacityUnknown,
      boolean sharedWithUncounted,
      RuleView.@Nullable NormView norm,
      List<GuessView> needGuesses) {
    static Room of(Capacity capacity, int i) {
      return new Room(
          Figures.amount(capacity.need(i)),
          Figures.people(capacity.served(i)),
          Figures.people(capacity.withoutCapacity(i)),
          Figures.amount(capacity.quantityGap(i)),
          capacity.unit(),
          capacity.capacityUnknown(i),
          capacity.sharedWithUncounted(i),
          capacity.norm().map(RuleView.NormView::of).orElse(null),
          GuessView.of(capacity.base(), capacity.needGuesses(i)));
    }
  }

  static PeopleView of(KindCoverage coverage, int i) {
    Demand demand = coverage.demand();
    boolean judged = coverage.rule().requirement().capacity().isPresent();
    return new PeopleView(
        Codes.of(demand.group()),
        Figures.people(demand.people(i)),
        Codes.of(demand.basis(i)),
        Codes.of(demand.spread(i)),
        demand.estimated(i),
        GuessView.of(demand, demand.guesses(i)),
        Figures.share(coverage.shareOfPeople(i)),
        Figures.people(coverage.peopleOutOfReach(i)),
        judged ? Room.of(coverage.capacity(), i) : null);
  }
}
