package org.gapmap.http;

import org.gapmap.assess.ServiceIndex;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.SchoolGrounds;
import org.gapmap.standards.KindCatalogue;

/** How many of the facilities that count are counted in doubt. */
record Flags(int statusUnknown, int accessUnknown, int accessSuspect) {
  static Flags of(ServiceIndex service, KindCatalogue kinds) {
    int status = 0;
    int access = 0;
    int suspect = 0;
    for (int j = 0; j < service.size(); j++) {
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
