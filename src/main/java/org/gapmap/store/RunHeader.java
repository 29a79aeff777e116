package org.gapmap.store;

import java.time.Instant;

/** A stored run: what was judged, by what, and when. */
public record RunHeader(
    long id, String city, int dataVersion, String standard, Instant createdAt) {}
