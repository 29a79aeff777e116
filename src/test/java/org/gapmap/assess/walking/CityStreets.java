package org.gapmap.assess.walking;

import java.util.Optional;
import org.gapmap.domain.Passage;
import org.gapmap.domain.Streets;

/**
 * The graph of a city's streets: all that may be walked, private ways among them, each edge with
 * the number of its street.
 *
 * @param office what was done to an office's lines; empty where all streets are OpenStreetMap's
 */
public record CityStreets(StreetGraph graph, Optional<OfficeStreets.Told> office) {
  public static CityStreets of(Streets streets) {
    return of(streets, OfficeStreets.TOLERANCE_METRES);
  }

  /**
   * @param toleranceMetres how far an office's ends may be moved
   */
  public static CityStreets of(Streets streets, double toleranceMetres) {
    StreetGraphBuilder graph = new StreetGraphBuilder();
    boolean office = false;
    for (int street = 0; street < streets.size() && !office; street++) {
      office = walked(streets, street) && streets.isOffice(street);
    }
    if (!office) {
      for (int street = 0; street < streets.size(); street++) {
        if (walked(streets, street)) {
          // Vertices tell where these meet: what lies over another way shares none with it.
          graph.add(street, streets.line(street), 0);
        }
      }
      return new CityStreets(graph.build(), Optional.empty());
    }
    OfficeStreets lines = new OfficeStreets(toleranceMetres);
    for (int street = 0; street < streets.size(); street++) {
      if (!walked(streets, street)) {
        continue;
      }
      if (streets.isOffice(street)) {
        lines.add(street, streets.line(street), streets.level(street));
      } else {
        lines.addFixed(street, streets.line(street), streets.level(street));
      }
    }
    OfficeStreets.Told told = lines.into(graph);
    return new CityStreets(graph.build(), Optional.of(told));
  }

  private static boolean walked(Streets streets, int street) {
    return streets.passage(street) != Passage.CLOSED;
  }
}
