package org.gapmap.assess;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.assess.walking.NewPath;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ScenarioEdit.AddPath;
import org.gapmap.domain.ScenarioEdit.CloseStreet;

/**
 * A city on other streets, and which edits of them find nothing to change.
 *
 * @param lost by the edit's number among those of streets the reason why
 */
record Ground(City city, Map<Integer, LocalizedText> lost) {
  Ground {
    lost = Map.copyOf(lost);
  }

  /** Whether an edit is about streets. */
  static boolean concerns(ScenarioEdit edit) {
    return edit instanceof AddPath || edit instanceof CloseStreet;
  }

  /**
   * Cities on other streets than one city's, the last ones asked for: whoever drags a facility in a
   * draft with a new path asks for the same one at every move. Soft, since each holds a network.
   */
  static final class Kept {
    private static final int KEPT = 4;

    private final Map<List<ScenarioEdit>, SoftReference<Ground>> latest =
        new LinkedHashMap<>(8, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(
              Map.Entry<List<ScenarioEdit>, SoftReference<Ground>> eldest) {
            return size() > KEPT;
          }
        };

    /** Worked out once where several ask at the same time. */
    synchronized Ground of(City city, List<ScenarioEdit> edits) {
      SoftReference<Ground> known = latest.get(edits);
      Ground kept = known == null ? null : known.get();
      if (kept == null) {
        kept = make(city, edits);
        latest.put(List.copyOf(edits), new SoftReference<>(kept));
      }
      return kept;
    }
  }

  private static final LocalizedText NO_STREETS =
      new LocalizedText("该城市没有导入道路", "the city has no streets imported");

  private static final LocalizedText NO_STREET_THERE =
      new LocalizedText("该处 20 米内没有道路", "there is no street within 20 m of the place");

  private static Ground make(City city, List<ScenarioEdit> edits) {
    Map<Integer, LocalizedText> lost = new LinkedHashMap<>();
    Optional<CityWalks> walks = city.walks();
    if (walks.isEmpty()) {
      for (int n = 0; n < edits.size(); n++) {
        lost.put(n, NO_STREETS);
      }
      return new Ground(city, lost);
    }
    WayEdits work = new WayEdits(walks.get());
    for (int n = 0; n < edits.size(); n++) {
      if (edits.get(n) instanceof CloseStreet close && !work.close(close)) {
        lost.put(n, NO_STREET_THERE);
      }
    }
    for (int n = 0; n < edits.size(); n++) {
      if (edits.get(n) instanceof AddPath path) {
        int number = n;
        work.lay(path).ifPresent(refusal -> lost.put(number, why(refusal)));
      }
    }
    return new Ground(lost.size() == edits.size() ? city : city.on(work.result()), lost);
  }

  private static LocalizedText why(NewPath.Refusal refusal) {
    return switch (refusal) {
      case START_JOINS_NOTHING ->
          new LocalizedText(
              "起点 30 米内没有可走到的道路，也不在任何小区内",
              "its first point is in no compound, and no street within 30 m can be reached from it");
      case END_JOINS_NOTHING ->
          new LocalizedText(
              "终点 30 米内没有可走到的道路，也不在任何小区内",
              "its last point is in no compound, and no street within 30 m can be reached from it");
      case TOO_LONG -> new LocalizedText("路线长于 20 公里", "it is longer than 20 km");
    };
  }

  /** The edits of a list that are about streets. */
  static List<ScenarioEdit> edits(List<ScenarioEdit> all) {
    List<ScenarioEdit> some = new ArrayList<>(all);
    some.removeIf(edit -> !concerns(edit));
    return some;
  }
}
