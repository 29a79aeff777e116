package org.gapmap.imports;

import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.StreetTally;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.LayerImport;
import org.locationtech.jts.geom.Geometry;

/** Turns the rows of one type of layer into what is stored of them. */
sealed interface LayerRows
    permits CommunityRows,
        FacilityRows,
        ShapeRows,
        StreetRows,
        GateRows,
        BuildingRows,
        LandUseRows {
  /**
   * @param shape valid, in degrees, of a type that fits the layer
   * @return false where the row was refused, with the reason in the log
   */
  boolean store(LayerImport target, SourceFeature row, Geometry shape);

  /** Writes to the log what only the whole layer can tell. */
  void finish();

  /** What there is to walk; empty of other layers than streets. */
  default Optional<StreetTally> streets() {
    return Optional.empty();
  }

  /** Rows stored by kind; under the empty kind where the layer has none. */
  Map<String, Integer> storedByKind();
}
