package org.gapmap.store;

import java.sql.SQLException;
import java.util.Collection;

/** Makes a city's next data version, which every process hears of once it is committed. */
final class CityFlip {
  private final ImportStatements statements;
  private final int cityId;
  private final String city;
  private final int dataVersion;

  /**
   * @param dataVersion the version before; the city is locked
   */
  CityFlip(ImportStatements statements, int cityId, String city, int dataVersion) {
    this.statements = statements;
    this.cityId = cityId;
    this.city = city;
    this.dataVersion = dataVersion;
  }

  /**
   * The next data version has these versions instead of those of the layers, and keeps all else.
   *
   * @param action as in {@code city_event}
   * @return its number
   */
  int replacing(Collection<Integer> layers, Collection<Integer> versions, String action, String by)
      throws SQLException {
    int next = dataVersion + 1;
    statements.execute("imports/carry_versions", cityId, dataVersion, layers);
    for (int version : versions) {
      statements.execute("imports/add_to_city", cityId, next, version);
    }
    statements.execute("imports/flip", next, cityId);
    statements.execute("imports/add_event", cityId, next, action, by);
    statements.query(row -> {}, "imports/notify", city);
    return next;
  }
}
