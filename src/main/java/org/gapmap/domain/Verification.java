package org.gapmap.domain;

/** How far a standard's number has been checked. None has been laid beside the printed page yet. */
public enum Verification {
  /** Two or more independent public sources agree on it. */
  VERIFIED,
  /** One public source gives it. */
  SINGLE_SOURCE,
  /** From general knowledge, or a local choice. */
  UNVERIFIED
}
