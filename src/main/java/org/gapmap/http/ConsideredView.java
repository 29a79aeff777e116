package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.assess.Considered;
import org.gapmap.assess.KindCoverage;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.SchoolGrounds;
import org.gapmap.domain.ServiceRule;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.Codes;
import org.gapmap.store.LayerVersion;
import org.jspecify.annotations.Nullable;

/**
 * A facility that was looked at for a community.
 *
 * @param from the community's nearest point: a line goes from there to lon, lat
 * @param why {@code counted}, or what keeps it from counting
 * @param share of the community's area that it serves alone; null where it does not count
 * @param flags what is unknown or doubtful about it
 */
record ConsideredView(
    String id,
    String name,
    String kind,
    String subtype,
    @Nullable Double metres,
    double lon,
    double lat,
    double[] from,
    boolean counted,
    String why,
    double reachMetres,
    @Nullable Double share,
    String status,
    String access,
    OptionalInt capacity,
    OptionalDouble floorSqm,
    OptionalDouble landSqm,
    List<String> flags,
    WhyApi.FileRow source,
    @JsonUnwrapped WalkView walk) {

  static ConsideredView of(
      Considered considered,
      KindCoverage coverage,
      KindCatalogue kinds,
      Map<Integer, LayerVersion> layers) {
    Facility facility = considered.facility();
    return new ConsideredView(
        facility.id(),
        facility.name(),
        facility.kind(),
        facility.subtype(),
        Figures.metres(considered.metres()),
        Figures.degrees(considered.way().to().x),
        Figures.degrees(considered.way().to().y),
        new double[] {
          Figures.degrees(considered.way().from().x), Figures.degrees(considered.way().from().y)
        },
        considered.counted(),
        Codes.of(considered.verdict()),
        considered.reachMetres(),
        Figures.share(considered.share()),
        Codes.of(facility.status()),
        Codes.of(facility.access()),
        facility.capacity(),
        facility.provision().floorSqm(),
        facility.provision().landSqm(),
        flags(considered, coverage.rule(), kinds),
        rowOf(facility.provenance(), layers),
        WalkView.of(coverage, considered.way().walk()));
  }

  static WhyApi.FileRow rowOf(Provenance from, Map<Integer, LayerVersion> layers) {
    LayerVersion layer = layers.get(from.layerVersion());
    return new WhyApi.FileRow(
        from.source(),
        from.file(),
        from.row(),
        from.key(),
        layer == null ? null : layer.origin().importedAt().toString());
  }

  private static List<String> flags(Considered considered, ServiceRule rule, KindCatalogue kinds) {
    Facility facility = considered.facility();
    List<String> flags = new ArrayList<>();
    if (facility.status() == FacilityStatus.UNKNOWN) {
      flags.add("status_unknown");
    }
    if (facility.access() == FacilityAccess.UNKNOWN) {
      flags.add("access_unknown");
    }
    if (considered.sizeUnknown()) {
      flags.add("size_unknown");
    }
    if (rule.requirement().capacity().isPresent() && facility.capacity().isEmpty()) {
      flags.add("capacity_unknown");
    }
    if (SchoolGrounds.suspect(kinds.get(facility.kind()), facility.access(), facility.name())) {
      flags.add("access_suspect");
    }
    return flags;
  }
}
