package org.gapmap.domain;

/** Who may go along a street on foot. */
public enum Passage {
  /** Everybody. */
  OPEN,
  /** Those who belong there: usable inside the compound that it lies in, no way through. */
  PRIVATE,
  /** Nobody. */
  CLOSED
}
