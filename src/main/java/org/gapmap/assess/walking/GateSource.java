package org.gapmap.assess.walking;

/** How a way into a compound is known. */
public enum GateSource {
  /** A layer of gates has it; then the compound's edge is a wall. */
  KNOWN,
  /** A street crosses the compound's edge there, or ends at it. */
  INFERRED,
  /** No street comes near: the point of the edge that is nearest to one. */
  ASSUMED
}
