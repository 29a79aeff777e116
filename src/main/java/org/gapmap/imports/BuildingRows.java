package org.gapmap.imports;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.domain.Population;
import org.gapmap.geo.LocalPlane;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.LayerImport;
import org.gapmap.store.NewBuilding;
import org.gapmap.store.SourceRow;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Buildings: who lives in them, or how much floor there is to live on. */
final class BuildingRows implements LayerRows {
  private final RowFields fields;
  private final Meanings<BuildingUse> uses;
  private final IssueLog log;
  private int stored;

  BuildingRows(RowFields fields, Meanings<BuildingUse> uses, IssueLog log) {
    this.fields = fields;
    this.uses = uses;
    this.log = log;
  }

  @Override
  public boolean store(LayerImport target, SourceFeature row, Geometry shape) {
    String word = fields.text(FieldRole.CATEGORY, row);
    Population population = fields.population(row);
    if (!livedIn(row, word, population)) {
      log.add(Finding.NOT_RESIDENTIAL.at(row.row(), "", word));
      return false;
    }
    OptionalDouble floor = floorSqm(row, shape);
    if (floor.isEmpty() && population.households().isEmpty() && population.residents().isEmpty()) {
      log.add(Finding.NOBODY_KNOWN.at(row.row(), "", fields.text(FieldRole.NAME, row)));
    }
    target.addBuilding(
        new NewBuilding(
            new SourceRow(row.row(), fields.key(row), fields.attributes(row)),
            fields.text(FieldRole.NAME, row),
            word,
            shape.getInteriorPoint(),
            population,
            floor));
    stored++;
    return true;
  }

  /** Whoever is counted lives there, whatever the building is said to be for. */
  private boolean livedIn(SourceFeature row, String word, Population population) {
    if (isSome(population.households()) || isSome(population.residents()) || word.isEmpty()) {
      return true;
    }
    Optional<BuildingUse> use = uses.find(word);
    if (use.isEmpty()) {
      log.add(Finding.USE_NOT_UNDERSTOOD.at(row.row(), "", word));
    }
    return use.isEmpty() || use.get() != BuildingUse.OTHER;
  }

  private static boolean isSome(OptionalInt count) {
    return count.isPresent() && count.getAsInt() > 0;
  }

  private OptionalDouble floorSqm(SourceFeature row, Geometry shape) {
    OptionalDouble said = fields.area(FieldRole.FLOOR_AREA, row);
    OptionalInt storeys = fields.count(FieldRole.STOREYS, row);
    if (said.isPresent() || !isSome(storeys)) {
      return said;
    }
    OptionalDouble footprint =
        shape instanceof Point
            ? fields.area(FieldRole.LAND_AREA, row)
            : OptionalDouble.of(
                GroundArea.sqm(LocalPlane.atCentreOf(shape.getEnvelopeInternal()), shape));
    if (footprint.isEmpty()) {
      return footprint;
    }
    log.add(Finding.FLOOR_FROM_FOOTPRINT.at(row.row(), "", fields.text(FieldRole.NAME, row)));
    return OptionalDouble.of(footprint.getAsDouble() * storeys.getAsInt());
  }

  @Override
  public void finish() {
    // Nothing about buildings needs all of them.
  }

  @Override
  public Map<String, Integer> storedByKind() {
    return Map.of("", stored);
  }
}
