package org.gapmap.domain;

/** What the rows of a layer are. */
public enum LayerType {
  /** Residential compounds: polygons. */
  COMMUNITIES,
  /** Places that provide a service: points, or polygons that reach from their edge. */
  FACILITIES,
  /** Lines drawn as background. */
  STREETS,
  /** Districts, sub-districts, neighbourhoods: polygons that say where a list is complete. */
  AREAS,
  /** Idle premises and land that could take a facility: points. */
  SITES,
  /** Buildings that people live in: points, or polygons of which an inner point is kept. */
  BUILDINGS,
  /** Land by its use: polygons. */
  LAND_USE,
  /** Counted people: a raster. */
  POPULATION,
  /** Ways into communities and large facilities: points. */
  GATES,
  /** House numbers by which a row without coordinates is placed: points. */
  ADDRESSES
}
