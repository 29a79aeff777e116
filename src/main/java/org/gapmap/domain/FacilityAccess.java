package org.gapmap.domain;

/**
 * Who may use a facility. Members-only ones serve nobody of the public; those for their own
 * residents serve the community they stand in, and no other.
 */
public enum FacilityAccess {
  PUBLIC,
  SET_HOURS,
  OWN_RESIDENTS,
  MEMBERS,
  UNKNOWN;

  public boolean serves() {
    return this != MEMBERS;
  }
}
