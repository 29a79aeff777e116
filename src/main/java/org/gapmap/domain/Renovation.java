package org.gapmap.domain;

/**
 * How far the renovation of a residential compound has come. Where nobody said, there is none:
 * unknown is not the same as {@link #NOT_RENOVATED}.
 */
public enum Renovation {
  RENOVATED,
  UNDER_WAY,
  /** In a programme or a plan, or about to begin. */
  PLANNED,
  NOT_RENOVATED
}
