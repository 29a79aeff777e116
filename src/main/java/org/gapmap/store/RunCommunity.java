package org.gapmap.store;

import java.util.OptionalInt;

/** A community as the data version of a run knew it. */
public record RunCommunity(long id, String name, OptionalInt residents) {}
