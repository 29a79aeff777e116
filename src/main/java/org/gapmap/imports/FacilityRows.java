package org.gapmap.imports;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Provision;
import org.gapmap.domain.SchoolGrounds;
import org.gapmap.domain.ServiceKind;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.LayerImport;
import org.gapmap.store.NewFacility;
import org.gapmap.store.SourceRow;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;

/** Facilities, and candidate sites, which are places that have no kind yet. */
final class FacilityRows implements LayerRows {
  private static final int UNKNOWN_WORDS = 200;

  private final RowFields fields;
  private final IssueLog log;
  private final ServiceWords words;
  private final Optional<ServiceKind> fixed;
  private final Optional<String> kindField;
  private final KindResolver kinds;
  private final Map<Integer, String> merge;
  private final Optional<PointOnGeometryLocator> complete;
  private final Map<String, Integer> stored = new TreeMap<>();
  private final Map<String, Integer> unknownKinds = new TreeMap<>();
  private int total;
  private int accessKnown;
  private int statusKnown;
  private boolean someWhereComplete;

  /**
   * @param choice empty for candidate sites
   * @param merge rows to leave out, with the facility that each is the same place as
   * @param complete where the list is said to be complete; empty for the whole city
   */
  FacilityRows(
      RowFields fields,
      IssueLog log,
      ServiceWords words,
      KindResolver kinds,
      Optional<KindChoice> choice,
      Map<Integer, String> merge,
      Optional<MultiPolygon> complete) {
    this.fields = fields;
    this.log = log;
    this.words = words;
    this.kinds = kinds;
    this.fixed = choice.flatMap(KindChoice::kind).map(kinds::get);
    this.merge = Map.copyOf(merge);
    this.complete = complete.map(IndexedPointInAreaLocator::new);
    this.kindField = choice.flatMap(KindChoice::field);
  }

  @Override
  public boolean store(LayerImport target, SourceFeature row, Geometry shape) {
    String same = merge.get(row.row());
    if (same != null) {
      log.add(Finding.SAME_PLACE.at(row.row(), "", same));
      return false;
    }
    Optional<ServiceKind> kind = fixed;
    if (kindField.isPresent()) {
      String word = row.fields().getOrDefault(kindField.get(), "");
      kind = kinds.find(word);
      if (kind.isEmpty()) {
        if (unknownKinds.size() < UNKNOWN_WORDS || unknownKinds.containsKey(word)) {
          unknownKinds.merge(word, 1, Integer::sum);
        }
        log.add(Finding.UNKNOWN_KIND.at(row.row(), kindField.get(), word));
        return false;
      }
    }
    FacilityStatus status =
        fields.word(FieldRole.STATUS, row, words::status).orElse(FacilityStatus.UNKNOWN);
    FacilityAccess access =
        fields.word(FieldRole.ACCESS, row, words::access).orElse(FacilityAccess.UNKNOWN);
    NewFacility facility =
        new NewFacility(
            new SourceRow(row.row(), fields.key(row), fields.attributes(row)),
            fields.text(FieldRole.SUBTYPE, row),
            fields.name(row),
            shape,
            status,
            access,
            new Provision(
                fields.count(FieldRole.CAPACITY, row),
                fields.area(FieldRole.FLOOR_AREA, row),
                fields.area(FieldRole.LAND_AREA, row)));
    if (kind.isEmpty()) {
      target.addSite(facility);
    } else {
      target.addFacility(kind.get().id(), facility);
      doubt(kind.get(), facility);
    }
    stored.merge(kind.map(ServiceKind::id).orElse(""), 1, Integer::sum);
    return true;
  }

  private void doubt(ServiceKind kind, NewFacility facility) {
    total++;
    accessKnown += facility.access() == FacilityAccess.UNKNOWN ? 0 : 1;
    statusKnown += facility.status() == FacilityStatus.UNKNOWN ? 0 : 1;
    someWhereComplete =
        someWhereComplete
            || complete.isEmpty()
            || complete.get().locate(facility.place().getInteriorPoint().getCoordinate())
                != Location.EXTERIOR;
    if (SchoolGrounds.suspect(kind, facility.access(), facility.name())) {
      log.add(Finding.ACCESS_SUSPECT.at(facility.origin().row(), "", facility.name()));
    }
  }

  @Override
  public void finish() {
    if (total > 0 && !someWhereComplete) {
      log.add(Finding.COMPLETE_ELSEWHERE.ofFile(""));
    }
    if (total > 0 && accessKnown == 0) {
      log.add(Finding.ACCESS_UNKNOWN.ofFile(""));
    }
    if (total > 0 && statusKnown == 0) {
      log.add(Finding.STATUS_UNKNOWN.ofFile(""));
    }
  }

  @Override
  public Map<String, Integer> storedByKind() {
    return stored;
  }

  /** Words that name no kind, with their number of rows; the first two hundred words. */
  Map<String, Integer> unknownKinds() {
    return unknownKinds;
  }
}
