package org.gapmap.assess.walking;

/** Whether someone may walk straight to a point of a street, as to walls between. */
@FunctionalInterface
public interface LegFilter {
  boolean allows(int edge, double lon, double lat);
}
