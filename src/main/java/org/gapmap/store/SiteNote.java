package org.gapmap.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A kept note.
 *
 * @param communityName of the community that it is about, as it is called now
 * @param settledAt empty while it is open
 */
public record SiteNote(
    long id,
    String city,
    Optional<String> communityName,
    NewNote said,
    Instant at,
    Optional<Instant> settledAt) {}
