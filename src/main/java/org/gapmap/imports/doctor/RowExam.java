package org.gapmap.imports.doctor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.gapmap.domain.Area;
import org.gapmap.domain.LayerType;
import org.gapmap.imports.FileLook;
import org.gapmap.imports.LookedRow;
import org.gapmap.jobs.Progress;
import org.locationtech.jts.geom.Envelope;

/** What the rows of one file show together: gathered row by row, then examined. */
final class RowExam {
  private static final Set<LayerType> COMPARED =
      Set.of(LayerType.COMMUNITIES, LayerType.AREAS, LayerType.LAND_USE);
  private static final Set<LayerType> IN_TOWN =
      Set.of(
          LayerType.COMMUNITIES,
          LayerType.FACILITIES,
          LayerType.SITES,
          LayerType.BUILDINGS,
          LayerType.GATES,
          LayerType.ADDRESSES);

  private final LayerType type;
  private final GeometryTally tally = new GeometryTally();
  private final PolygonShelf shelf = new PolygonShelf();
  private final Places places = new Places();

  RowExam(LayerType type) {
    this.type = type;
  }

  void look(LookedRow row) {
    FlawExam.look(row, tally);
    if (IN_TOWN.contains(type)) {
      places.add(row);
    }
    if (COMPARED.contains(type)) {
      row.shape().ifPresent(shape -> shelf.add(row.row(), row.name(), shape));
    }
  }

  Places places() {
    return places;
  }

  /**
   * @param city the box around what the city has
   * @param areas the city's
   */
  List<Preview.GeometryFinding> examine(
      FileLook look, Optional<Envelope> city, List<Area> areas, Progress progress) {
    OutlierExam outliers = new OutlierExam(places, tally);
    outliers.run(look, city);
    if (type == LayerType.FACILITIES || type == LayerType.SITES) {
      outliers.samePoints();
    }
    NeighbourExam neighbours = new NeighbourExam(shelf.kept(), type == LayerType.AREAS);
    neighbours.run(tally, progress);
    new GapExam(shelf.kept(), neighbours, tally, progress).run();
    if (shelf.left() > 0) {
      PolygonShelf.Kept last = shelf.kept().get(shelf.kept().size() - 1);
      tally.add(
          GeometryCode.TOO_MANY_TO_COMPARE,
          new Preview.GeometryExample(
              last.row(),
              OptionalInt.empty(),
              last.name(),
              OptionalDouble.empty(),
              last.shape().getCoordinate().x,
              last.shape().getCoordinate().y));
    }
    if (type == LayerType.COMMUNITIES && !areas.isEmpty()) {
      new AreaExam(areas).communities(shelf.kept(), tally);
    }
    return tally.findings();
  }
}
