package org.gapmap.bench;

import java.util.List;
import java.util.Optional;
import org.gapmap.assess.World;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;

/** A standard with one row per kind, of 300, 500 and 800 m in turn. */
final class BenchStandard {
  private static final double[] RADII = {300, 500, 800};

  private BenchStandard() {}

  static ServiceStandard of(List<String> kinds) {
    ServiceStandard one = World.standard(kinds.get(0), RADII[0]);
    List<ServiceRule> rules = new java.util.ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      rules.addAll(World.standard(kinds.get(i), RADII[i % RADII.length]).rules());
    }
    return new ServiceStandard(
        one.id(),
        one.name(),
        Optional.empty(),
        one.thresholds(),
        one.thresholdNote(),
        one.population(),
        rules);
  }
}
