package org.gapmap.assess;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.gapmap.assess.walking.NotReachable;
import org.gapmap.domain.Facility;
import org.gapmap.domain.ServiceRule;

/**
 * Who cannot be judged on foot, and why: communities from which nobody can tell how far it is, and
 * facilities that serve nobody on foot because they join no street.
 */
public record CutOff(List<OfCommunity> communities, List<OfFacility> facilities) {
  public CutOff {
    communities = List.copyOf(communities);
    facilities = List.copyOf(facilities);
  }

  /**
   * A community.
   *
   * @param kind empty where it is so whatever the kind
   */
  public record OfCommunity(int index, Optional<String> kind, NotReachable reason) {}

  public record OfFacility(Facility facility, NotReachable reason) {}

  /**
   * @param rules measured on foot; each facility is told once
   */
  public static CutOff of(City city, List<ServiceRule> rules) {
    CityWalks walks = city.walks().orElse(null);
    if (walks == null) {
      return new CutOff(List.of(), List.of());
    }
    List<OfCommunity> communities = new ArrayList<>();
    for (int i = 0; i < city.size(); i++) {
      int index = i;
      walks.reason(i).ifPresent(r -> communities.add(new OfCommunity(index, Optional.empty(), r)));
    }
    IdentityHashMap<Facility, OfFacility> facilities = new IdentityHashMap<>();
    List<OfFacility> listed = new ArrayList<>();
    for (ServiceRule rule : rules) {
      ServiceIndex service = city.service(rule);
      if (city.distances(rule) instanceof WalkedDistances walked) {
        addIslands(walked, walks, rule, communities);
      }
      for (int j = 0; j < service.size(); j++) {
        OfFacility one = cutOff(walks, service, j);
        if (one != null && facilities.put(service.facility(j), one) == null) {
          listed.add(one);
        }
      }
    }
    return new CutOff(communities, listed);
  }

  private static void addIslands(
      WalkedDistances walked, CityWalks walks, ServiceRule rule, List<OfCommunity> communities) {
    for (int i = 0; i < walks.communities(); i++) {
      if (walks.reason(i).isEmpty() && walked.service().completion().known(i)) {
        int index = i;
        walked
            .reason(i)
            .ifPresent(r -> communities.add(new OfCommunity(index, Optional.of(rule.kind()), r)));
      }
    }
  }

  private static @org.jspecify.annotations.Nullable OfFacility cutOff(
      CityWalks walks, ServiceIndex service, int j) {
    return walks
        .reason(service.placed(j))
        .map(reason -> new OfFacility(service.facility(j), reason))
        .orElse(null);
  }
}
