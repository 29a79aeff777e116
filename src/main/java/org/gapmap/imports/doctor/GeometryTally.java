package org.gapmap.imports.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;

/** Counts findings by code and keeps the largest of each: memory does not grow with the file. */
final class GeometryTally {
  private static final int EXAMPLES = 20;

  private static final Comparator<Preview.GeometryExample> SMALLEST_FIRST =
      Comparator.comparingDouble((Preview.GeometryExample e) -> e.sqm().orElse(0))
          .thenComparing(Comparator.comparingInt(Preview.GeometryExample::row).reversed());

  private static final class Count {
    private final PriorityQueue<Preview.GeometryExample> largest =
        new PriorityQueue<>(SMALLEST_FIRST);
    private int count;
    private double sqm;
    private boolean hasArea;

    void add(Preview.GeometryExample example) {
      count++;
      sqm += example.sqm().orElse(0);
      hasArea |= example.sqm().isPresent();
      largest.add(example);
      if (largest.size() > EXAMPLES) {
        largest.poll();
      }
    }

    Preview.GeometryFinding finding(GeometryCode code) {
      List<Preview.GeometryExample> examples = new ArrayList<>(largest);
      examples.sort(SMALLEST_FIRST.reversed());
      return new Preview.GeometryFinding(
          code.id(),
          count,
          code.message(),
          hasArea ? OptionalDouble.of(sqm) : OptionalDouble.empty(),
          examples);
    }
  }

  private final Map<GeometryCode, Count> counts = new EnumMap<>(GeometryCode.class);

  void add(GeometryCode code, Preview.GeometryExample example) {
    counts.computeIfAbsent(code, c -> new Count()).add(example);
  }

  List<Preview.GeometryFinding> findings() {
    List<Preview.GeometryFinding> findings = new ArrayList<>();
    counts.forEach((code, count) -> findings.add(count.finding(code)));
    return findings;
  }
}
