package org.gapmap.store;

import java.time.Instant;
import java.util.List;
import org.gapmap.domain.ScenarioEdit;

/**
 * A kept scenario.
 *
 * @param dataVersion of the city when it was last changed
 */
public record ScenarioRecord(
    long id,
    String city,
    String name,
    List<ScenarioEdit> edits,
    int dataVersion,
    Instant createdAt,
    Instant updatedAt) {
  public ScenarioRecord {
    edits = List.copyOf(edits);
  }
}
