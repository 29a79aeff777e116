package org.gapmap.http;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import org.gapmap.assess.ServiceIndex;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.SchoolGrounds;
import org.gapmap.standards.KindCatalogue;

/** How many of the facilities that count are counted in doubt; worked out once per index. */
final class Doubts {
  private final KindCatalogue kinds;
  private final Map<ServiceIndex, Flags> known = Collections.synchronizedMap(new WeakHashMap<>());

  Doubts(KindCatalogue kinds) {
    this.kinds = kinds;
  }

  /** Numbers of serving facilities; one may be counted under each. */
  record Flags(int statusUnknown, int accessUnknown, int accessSuspect) {}

  /** Among all that serve anyone. */
  Flags of(ServiceIndex service) {
    return known.computeIfAbsent(service, s -> of(s, IntStream.range(0, s.size()).toArray()));
  }

  /** Among some of them, by their numbers in the index. */
  Flags of(ServiceIndex service, int[] numbers) {
    int status = 0;
    int access = 0;
    int suspect = 0;
    for (int j : numbers) {
      Facility facility = service.facility(j);
      status += facility.status() == FacilityStatus.UNKNOWN ? 1 : 0;
      access += facility.access() == FacilityAccess.UNKNOWN ? 1 : 0;
      boolean doubted =
          SchoolGrounds.suspect(kinds.get(facility.kind()), facility.access(), facility.name());
      suspect += doubted ? 1 : 0;
    }
    return new Flags(status, access, suspect);
  }
}
