package org.gapmap.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.gapmap.domain.LayerKey;

/**
 * One import of a layer, as part of a city's data version.
 *
 * @param number counts the layer's imports from 1
 * @param report the import's report as it was stored
 */
public record LayerVersion(
    int id,
    LayerKey key,
    int number,
    int rows,
    Origin origin,
    Completeness completeness,
    JsonNode report) {

  /** The file, its coordinates as told in the report, and when it came. */
  public record Origin(String file, String crs, Instant importedAt) {}
}
