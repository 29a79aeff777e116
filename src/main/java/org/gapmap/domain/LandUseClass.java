package org.gapmap.domain;

/** What land is used for, as far as GapMap cares. */
public enum LandUseClass {
  RESIDENTIAL,
  GREEN,
  WATER,
  OTHER
}
