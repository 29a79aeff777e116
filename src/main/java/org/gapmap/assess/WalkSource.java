package org.gapmap.assess;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gapmap.domain.Gate;
import org.gapmap.domain.Streets;
import org.jspecify.annotations.Nullable;

/**
 * Where a city's streets come from: read, and made into a network, when somebody first walks. Safe
 * for threads.
 */
final class WalkSource {
  private final Function<Communities, Optional<CityWalks>> making;

  @SuppressWarnings("NullableOptional") // null until somebody asked, empty where there are none
  private volatile @Nullable Optional<CityWalks> walks;

  /** Streets and gates as layers have them. */
  record Ways(Streets streets, List<Gate> gates) {
    Ways {
      gates = List.copyOf(gates);
    }
  }

  private WalkSource(Function<Communities, Optional<CityWalks>> making) {
    this.making = making;
  }

  /**
   * @param ways read once, and no earlier than somebody walks
   */
  static WalkSource of(Supplier<Ways> ways) {
    return new WalkSource(
        communities -> {
          Ways read = ways.get();
          return read.streets().size() == 0
              ? Optional.empty()
              : Optional.of(new CityWalks(communities, read.streets(), read.gates()));
        });
  }

  /** No streets are known. */
  static WalkSource none() {
    return new WalkSource(communities -> Optional.empty());
  }

  /** The same streets for other shapes than the communities. */
  WalkSource judgingOthersThan(Communities communities) {
    return new WalkSource(shapes -> walks(communities).map(same -> same.judging(shapes)));
  }

  /** Walks that are there already, or none. */
  static WalkSource of(Optional<CityWalks> walks) {
    return new WalkSource(communities -> walks);
  }

  Optional<CityWalks> walks(Communities communities) {
    Optional<CityWalks> known = walks;
    if (known == null) {
      synchronized (this) {
        known = walks;
        if (known == null) {
          known = making.apply(communities);
          walks = known;
        }
      }
    }
    return known;
  }
}
