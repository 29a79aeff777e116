package org.gapmap.export;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gapmap.domain.LocalizedText;

/** What an export could not hold, counted. Not for several threads. */
final class Losses {
  private final Map<Loss, Long> counts = new EnumMap<>(Loss.class);

  void add(Loss loss) {
    add(loss, 1);
  }

  void add(Loss loss, long times) {
    if (times > 0) {
      counts.merge(loss, times, Long::sum);
    }
  }

  List<LocalizedText> list() {
    return counts.entrySet().stream().map(e -> e.getKey().text(e.getValue())).toList();
  }
}
