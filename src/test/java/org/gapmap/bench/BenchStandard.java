package org.gapmap.bench;

import java.util.List;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.standards.StandardsLibrary;

/** The first kinds of GB 50180 that have a radius, as a standard of their own. */
final class BenchStandard {
  static final String ID = "gb50180-2018";

  private BenchStandard() {}

  static ServiceStandard firstKinds(StandardsLibrary library, int kinds) {
    ServiceStandard all = library.get(ID);
    List<ServiceRule> rules =
        all.rules().stream().filter(r -> r.radiusMetres().isPresent()).limit(kinds).toList();
    return new ServiceStandard(
        all.id(),
        all.name(),
        all.basedOn(),
        all.thresholds(),
        all.thresholdNote(),
        all.population(),
        rules);
  }
}
