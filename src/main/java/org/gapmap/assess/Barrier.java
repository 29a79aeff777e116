package org.gapmap.assess;

/**
 * What lies on the straight line between a place and a facility that people have to walk around.
 *
 * @param name of the water, the street or the compound; empty where it has none
 */
public record Barrier(Type type, String name) {

  /** In the order in which they are told where several lie on the line. */
  public enum Type {
    WATER,
    /** A street that nobody may walk along or across: a motorway, an elevated expressway. */
    ROAD,
    /** The wall of the community itself: its gates are known, and none is on the line. */
    OWN_WALL,
    /** Another community. */
    COMPOUND,
    /** Nothing that is known: no street leads along the line. */
    NO_WAY
  }
}
