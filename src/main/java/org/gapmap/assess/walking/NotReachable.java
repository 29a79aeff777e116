package org.gapmap.assess.walking;

/** Why nobody can say how far it is on foot: never a walk of nothing, nor an endless one. */
public enum NotReachable {
  /** The network has no street there, or none at all. */
  NO_STREETS,
  /** The nearest street is farther than the limit, or only behind a wall. */
  NO_STREET_NEAR,
  /** It joins a piece of the network that holds no facility of the kind. */
  ISLAND
}
