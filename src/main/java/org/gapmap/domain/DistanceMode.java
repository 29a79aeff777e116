package org.gapmap.domain;

/** How a standard's distance is measured. */
public enum DistanceMode {
  STRAIGHT,
  WALKING
}
