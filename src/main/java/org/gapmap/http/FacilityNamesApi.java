package org.gapmap.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import org.gapmap.assess.City;
import org.gapmap.assess.ServiceIndex;
import org.gapmap.domain.Facility;
import org.locationtech.jts.geom.Coordinate;

/** What a city's facilities are found by: a fraction of what is known of each. */
final class FacilityNamesApi {
  private final QuerySources sources;
  private final Supplier<NameInitials> initials;

  FacilityNamesApi(QuerySources sources, Supplier<NameInitials> initials) {
    this.sources = sources;
    this.initials = initials;
  }

  /**
   * Columns of the facilities that have a name.
   *
   * @param place longitudes and latitudes in turn
   */
  record FacilityNames(
      String city,
      int dataVersion,
      List<String> id,
      List<String> name,
      List<String> initials,
      List<String> kind,
      double[] place) {}

  void names(Context context) {
    City city = sources.read(context).city();
    List<Facility> named = city.facilities().stream().filter(f -> !f.name().isBlank()).toList();
    double[] place = new double[2 * named.size()];
    for (int i = 0; i < named.size(); i++) {
      Coordinate point = ServiceIndex.pointOf(named.get(i).place());
      place[2 * i] = Figures.degrees(point.x);
      place[2 * i + 1] = Figures.degrees(point.y);
    }
    NameInitials letters = initials.get();
    context.json(
        new FacilityNames(
            city.key(),
            city.dataVersion(),
            named.stream().map(Facility::id).toList(),
            named.stream().map(Facility::name).toList(),
            named.stream().map(f -> letters.of(f.name())).toList(),
            named.stream().map(Facility::kind).toList(),
            place));
  }
}
