package org.gapmap.store;

/** The numbers that a run keeps for each kind and community. NaN is unknown. */
public enum RunNumber {
  /** Of the community's area in reach, in [0, 1]. */
  SHARE,
  /** Of the people of the kind's target group in reach, in [0, 1]. */
  SHARE_OF_PEOPLE,
  RESIDENTS_OUT_OF_REACH,
  /** People of the target group. They are the sum of the three that follow. */
  GROUP_PEOPLE,
  SERVED,
  /** In reach of facilities that have no room left for them. */
  WITHOUT_CAPACITY,
  GROUP_OUT_OF_REACH,
  /** What is missing, in the unit of the row's capacity norm. */
  QUANTITY_GAP,
  /** Metres from the nearest point of the community to the nearest facility; 0 inside. */
  NEAREST_M
}
