package org.gapmap.store;

import java.util.OptionalInt;

/**
 * A run's answer for one community and kind. Unknown numbers are NaN, unknown names empty.
 *
 * @param share of the area served, in [0, 1]
 * @param nearestMetres from the nearest point of the community; 0 inside
 */
public record RunRow(
    long communityId,
    String community,
    OptionalInt residents,
    double share,
    String status,
    double residentsOutOfReach,
    String nearestFacility,
    double nearestMetres) {}
