package org.gapmap.generate;

import org.locationtech.jts.geom.Coordinate;

/**
 * A gate in a compound's wall.
 *
 * @param at on the compound's edge, metres in the town's own plane
 * @param kind the word that surveyors write for who passes
 * @param status whether it is open, in their words
 */
record SyntheticGate(Coordinate at, String kind, String status) {}
