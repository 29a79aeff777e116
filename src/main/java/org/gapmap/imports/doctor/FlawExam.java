package org.gapmap.imports.doctor;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.imports.LookedRow;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Polygons that an import would repair: why, and by how many square metres. */
final class FlawExam {
  private FlawExam() {}

  static void look(LookedRow row, GeometryTally tally) {
    row.flaw()
        .ifPresent(
            flaw ->
                tally.add(
                    code(flaw.type()),
                    new Preview.GeometryExample(
                        row.row(),
                        OptionalInt.empty(),
                        row.name(),
                        OptionalDouble.of(flaw.changedSqm()),
                        flaw.at().x,
                        flaw.at().y)));
  }

  private static GeometryCode code(int type) {
    return switch (type) {
      case TopologyValidationError.HOLE_OUTSIDE_SHELL,
          TopologyValidationError.NESTED_HOLES,
          TopologyValidationError.NESTED_SHELLS ->
          GeometryCode.RINGS_MISPLACED;
      case TopologyValidationError.DUPLICATE_RINGS -> GeometryCode.DUPLICATE_RINGS;
      case TopologyValidationError.TOO_FEW_POINTS -> GeometryCode.TOO_FEW_POINTS;
      default -> GeometryCode.SELF_INTERSECTION;
    };
  }
}
