package org.gapmap.store;

import org.locationtech.jts.geom.Coordinate;

/**
 * Where something of a city is that a text may name.
 *
 * @param address whether the text is an address, or the name of a community
 * @param at longitude and latitude
 */
public record NamedPlace(boolean address, String text, Coordinate at) {}
