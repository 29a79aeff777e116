package org.gapmap.domain;

/**
 * A known way in, as a layer of gates has it.
 *
 * @param name may be empty
 * @param use who passes there
 * @param closed whether it is locked, walled up or given up: then it is no way in
 */
public record Gate(
    double lon, double lat, String name, Use use, boolean closed, int layerVersion, int row) {
  /** Who passes a gate. */
  public enum Use {
    /** The main gate. */
    MAIN,
    /** For people on foot. */
    PEDESTRIAN,
    /**
     * For vehicles, which says nothing against walking there: it counts where a compound has no
     * gate of another use.
     */
    VEHICLE,
    /** Somebody's own, or by permit: for those who live there it is a gate. */
    PRIVATE,
    /** Nothing is said. */
    ANY
  }
}
