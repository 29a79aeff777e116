package org.gapmap.domain;

/**
 * Names a facility so that it is found again after an import.
 *
 * @param key the source's own; empty where it has none, and then kind, name and place decide
 * @param lon of the point that stands for it, in degrees
 */
public record FacilityRef(
    String kind, String source, String key, String name, double lon, double lat) {
  public FacilityRef {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException(
          "(" + lon + ", " + lat + ") is no longitude and latitude in degrees");
    }
  }
}
