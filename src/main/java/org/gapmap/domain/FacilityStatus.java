package org.gapmap.domain;

/** Whether a facility runs. Only open ones serve; unknown ones do too, flagged. */
public enum FacilityStatus {
  OPEN,
  PLANNED,
  UNDER_CONSTRUCTION,
  CLOSED,
  UNKNOWN;

  public boolean serves() {
    return this == OPEN || this == UNKNOWN;
  }
}
