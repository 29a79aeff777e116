package org.gapmap.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gapmap.domain.LayerType;
import org.gapmap.imports.source.SourceFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Places rows that have no usable coordinates: where the user clicked, else by their address or
 * name. Such a row is stored with the field {@value #FIELD}, so that it can be told from one that
 * was surveyed.
 */
final class Placing {
  static final String FIELD = "place_approximate";
  private static final Set<LayerType> OF_POINTS =
      Set.of(
          LayerType.FACILITIES,
          LayerType.SITES,
          LayerType.BUILDINGS,
          LayerType.GATES,
          LayerType.ADDRESSES);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Map<Integer, Coordinate> clicked;
  private final boolean points;
  private final Supplier<AddressPlaces> known;
  private final IssueLog log;
  private @Nullable AddressPlaces places;

  /**
   * @param clicked longitude and latitude of rows by their number
   * @param known asked once, and only where a row needs it
   */
  Placing(
      LayerType type,
      Map<Integer, Coordinate> clicked,
      Supplier<AddressPlaces> known,
      IssueLog log) {
    this.clicked = clicked;
    this.points = OF_POINTS.contains(type);
    this.known = known;
    this.log = log;
  }

  /**
   * The row with a point in degrees, told to the log; empty where it is to be taken, or refused, as
   * it is.
   */
  Optional<SourceFeature> place(SourceFeature row, RowFields fields) {
    if (!points) {
      return Optional.empty();
    }
    Coordinate click = clicked.get(row.row());
    if (click != null) {
      log.add(Finding.PLACED_BY_CLICK.at(row.row(), "", fields.text(FieldRole.NAME, row)));
      return Optional.of(at(row, click, "click"));
    }
    if (row.geometry().isPresent() || row.problem().isEmpty() || !addressOnly(row)) {
      return Optional.empty();
    }
    if (places == null) {
      places = known.get();
    }
    Optional<AddressPlaces.Found> found = places.find(row, fields.text(FieldRole.NAME, row));
    found.ifPresent(
        f ->
            log.add(
                (f.how().equals("address")
                        ? Finding.PLACED_BY_ADDRESS
                        : Finding.PLACED_BY_COMMUNITY)
                    .at(row.row(), "", f.text())));
    return found.map(f -> at(row, f.at(), f.how()));
  }

  /** Why the row is refused, where it was looked for in vain. */
  Optional<ImportIssue> refusal(SourceFeature row) {
    if (!points || !addressOnly(row)) {
      return Optional.empty();
    }
    String words =
        row.fields().entrySet().stream()
            .filter(field -> AddressText.isField(field.getKey()))
            .map(Map.Entry::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return Optional.of(Finding.ADDRESS_UNMATCHED.at(row.row(), "", words));
  }

  private static boolean addressOnly(SourceFeature row) {
    return row.problem().stream().anyMatch(p -> p.code().equals(SourceFeature.ADDRESS_ONLY));
  }

  private static SourceFeature at(SourceFeature row, Coordinate place, String how) {
    Map<String, String> fields = new LinkedHashMap<>(row.fields());
    fields.put(FIELD, how);
    return new SourceFeature(
        row.row(), Optional.of(FACTORY.createPoint(place)), fields, Optional.empty());
  }
}
