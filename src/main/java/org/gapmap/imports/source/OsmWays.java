package org.gapmap.imports.source;

import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.StreetRule;

/**
 * What OpenStreetMap's tags say of a way, for files that other programs made of an extract. The
 * reader of extracts has said it already, under {@link #RULE}.
 */
public final class OsmWays {
  /** The field that holds a rule's id in rows of an extract, and in what is stored. */
  public static final String RULE = OsmColumns.WALK;

  private final OsmTagTable table = OsmTagTable.find(LayerType.STREETS).orElseThrow();

  /** Empty where the tags are no way's. */
  public Optional<StreetRule> rule(Map<String, String> tags) {
    return table.take(tags).flatMap(taken -> StreetRule.find(taken.as()));
  }

  /** 0 on the ground; what bridges and tunnels without a {@code layer} are, is 1 and -1. */
  public static int level(Map<String, String> tags) {
    return OsmStreetNodes.level(tags);
  }
}
