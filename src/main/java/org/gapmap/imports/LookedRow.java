package org.gapmap.imports;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A row as an import would take it.
 *
 * @param row its number in the file
 * @param name empty where it has none
 * @param inFile its shape in the file's coordinates; empty where it has none that can be read
 * @param shape valid, longitude and latitude in degrees; empty where it would be refused
 * @param changedSqm by how much the repair changed its area; 0 where nothing was repaired
 */
public record LookedRow(
    int row, String name, Optional<Geometry> inFile, Optional<Geometry> shape, double changedSqm) {}
