package org.gapmap.domain;

/** Whether a standard demands a kind of service. */
public enum Obligation {
  /** 应配建, a filled triangle in GB 50180's tables. */
  SHALL,
  /** 宜 or 可配建: where it is needed. */
  AS_NEEDED,
  /** The row does not say. */
  UNSTATED
}
