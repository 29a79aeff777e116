package org.gapmap.store;

/**
 * A version of a layer, to be read row by row.
 *
 * @param layer the layer's id
 */
public record StoredLayer(int layer, String cityName, boolean demonstration, LayerVersion version) {}
