package org.gapmap.imports;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A row as an import would take it.
 *
 * @param row its number in the file
 * @param name empty where it has none
 * @param fields as the file has them
 * @param inFile its shape in the file's coordinates; empty where it has none that can be read
 * @param shape valid, longitude and latitude in degrees; empty where it would be refused
 * @param flaw why it would be repaired; empty where it is valid
 */
public record LookedRow(
    int row,
    String name,
    Map<String, String> fields,
    Optional<Geometry> inFile,
    Optional<Geometry> shape,
    Optional<Flaw> flaw) {

  /** What its fields of addresses say; empty where they say nothing. */
  public String address() {
    return fields.entrySet().stream()
        .filter(field -> AddressText.isField(field.getKey()) && !field.getValue().isBlank())
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(" "));
  }

  /**
   * What is wrong with a polygon, and where it was seen first.
   *
   * @param type as JTS's {@link org.locationtech.jts.operation.valid.TopologyValidationError} has
   *     it
   * @param at longitude and latitude
   * @param changedSqm by how much the repair changes its area, regardless of sign
   */
  public record Flaw(int type, Coordinate at, double changedSqm) {}
}
