package org.gapmap.assess;

/** Whether a facility counts for a row of a standard, or the first reason why it does not. */
public enum Verdict {
  COUNTED,
  CLOSED,
  PLANNED,
  UNDER_CONSTRUCTION,
  MEMBERS_ONLY,
  /** Known to have less floor than the row's least. */
  BELOW_LEAST_FLOOR,
  /** Known to have less land than the row's least, or than the least of its size classes. */
  BELOW_LEAST_LAND,
  /** Meant for the residents of one compound, and this is another. */
  OTHER_RESIDENTS_ONLY,
  OUT_OF_REACH,
  /** No walk along the streets leads there. */
  NO_WAY
}
