package org.gapmap.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * What some work took: the fastest of a few passes, since other work on the machine only ever adds.
 *
 * @param peakMegabytes of heap while it ran, the garbage of earlier work cleared away before
 */
record Measured(double seconds, double peakMegabytes) {

  static Measured fastest(int passes, Runnable work) {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    double best = Double.POSITIVE_INFINITY;
    for (int pass = 0; pass < passes; pass++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    double peak = heap().mapToDouble(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Measured(best, peak / 1e6);
  }

  private static java.util.stream.Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
