package org.gapmap.store;

import java.time.Instant;
import java.util.List;

/**
 * One state of a city's data.
 *
 * @param changed the layers that came with it: type, kind and file
 */
public record DataVersion(int number, Instant at, List<String> changed) {
  public DataVersion {
    changed = List.copyOf(changed);
  }
}
