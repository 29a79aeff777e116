package org.gapmap.store;

import org.gapmap.domain.LayerType;

/**
 * What an import says of itself before its first row.
 *
 * @param city the city's key; a city that is not there yet is made
 * @param cityName how the page calls a city that is made now
 * @param file the file's name as the user gave it
 * @param crs what the coordinates were, as told in the report
 */
public record ImportHeader(
    String city,
    String cityName,
    boolean demonstration,
    LayerType type,
    String source,
    String file,
    String crs,
    Completeness completeness) {}
