package org.gapmap.domain;

/** What the rows of a layer are. */
public enum LayerType {
  /** Residential compounds: polygons. */
  COMMUNITIES,
  /** Places that provide a service: points, or polygons measured from an inner point. */
  FACILITIES,
  /** Lines drawn as background. */
  STREETS,
  /** Districts, sub-districts, neighbourhoods: polygons that say where a list is complete. */
  AREAS,
  /** Idle premises and land that could take a facility: points. */
  SITES
}
