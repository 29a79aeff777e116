package org.gapmap.store;

/**
 * A city and the size of its current data version.
 *
 * @param key as given with {@code --city}
 */
public record CityRecord(
    String key,
    String name,
    boolean demonstration,
    int dataVersion,
    int communities,
    int facilities) {}
