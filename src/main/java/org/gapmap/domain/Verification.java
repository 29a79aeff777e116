package org.gapmap.domain;

/** How far a standard's number has been checked against its printed source. */
public enum Verification {
  VERIFIED,
  SINGLE_SOURCE,
  UNVERIFIED
}
