package org.gapmap.assess;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.gapmap.assess.walking.Doors;
import org.gapmap.assess.walking.Joining.Joined;
import org.gapmap.assess.walking.StreetChange;
import org.locationtech.jts.geom.Envelope;

/**
 * What a change of streets does to places: each keeps the ways that it has, and those near a new
 * path get more. So no new path makes a walk longer, and no closed street makes one shorter.
 *
 * @param parts of compounds in whose reach the new ways are
 * @param near where a street is new, or leads somewhere now; degrees
 */
record WayChange(StreetChange streets, BitSet parts, List<Envelope> near) {
  WayChange {
    near = List.copyOf(near);
  }

  /** Only closes streets: nobody gets more ways. */
  static WayChange closing(StreetChange streets) {
    return new WayChange(streets, new BitSet(), List.of());
  }

  /**
   * @param extent of the place, degrees
   * @param anew how it would come onto the streets if it were new
   */
  Joined after(Joined before, Envelope extent, Supplier<Joined> anew) {
    Doors kept = streets.after(before.doors());
    Doors all = gains(before, extent) ? StreetChange.either(kept, alive(anew.get())) : kept;
    return all.equals(before.doors())
        ? before
        : new Joined(before.lon(), before.lat(), all, before.parts());
  }

  private boolean gains(Joined place, Envelope extent) {
    for (int part : place.parts()) {
      if (parts.get(part)) {
        return true;
      }
    }
    return near.stream().anyMatch(extent::intersects);
  }

  /** Ways of a compound far off may still be named by streets that are none any more. */
  private Doors alive(Joined anew) {
    for (int edge : anew.doors().edge()) {
      if (streets.gone(edge)) {
        return streets.after(anew.doors());
      }
    }
    return anew.doors();
  }
}
