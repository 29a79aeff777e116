package org.gapmap.store;

/**
 * A version of a layer, to be read row by row.
 *
 * @param layer the layer's id
 * @param pruned whether its rows are gone, with only what is known of it left
 */
public record StoredLayer(
    int layer, String cityName, boolean demonstration, LayerVersion version, boolean pruned) {}
