package org.gapmap.store;

import java.time.Instant;
import java.util.List;
import org.gapmap.domain.LayerKey;

/**
 * A layer with all versions that it ever had.
 *
 * @param current the number of the version in the city's current data; 0 where the layer was
 *     removed from it
 * @param versions the latest first
 */
public record LayerRecord(int id, LayerKey key, int current, List<Version> versions) {
  public LayerRecord {
    versions = List.copyOf(versions);
  }

  /**
   * One import of the layer.
   *
   * @param id unique among the versions of all layers
   * @param number counts the layer's imports from 1
   * @param rows rows stored, those that were kept from the version before included
   * @param restorable whether it can be made the current one
   */
  public record Version(
      int id, int number, int rows, Instant importedAt, boolean restorable, ImportedFile file) {}

  /**
   * What a version was made of.
   *
   * @param bytes 0 where nobody knows
   * @param sha256 empty where nobody knows
   * @param crs as told in the report
   * @param by empty where nobody knows
   * @param refused rows of the file that were not stored
   */
  public record ImportedFile(
      String name,
      long bytes,
      String sha256,
      String crs,
      String by,
      ImportMode mode,
      int refused) {}
}
