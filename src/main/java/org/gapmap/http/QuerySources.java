package org.gapmap.http;

import io.javalin.http.Context;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.Scenarios;
import org.gapmap.assess.WhatIf;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.ScenarioRecord;

/** Where the city and the standard of a request come from, a scenario included. */
record QuerySources(Cities cities, StandardsLibrary standards, Scenarios scenarios) {

  /**
   * The city that {@code city} names, as it is or as it was at the data version {@code version}.
   */
  City city(Context context) {
    return at(cities.getOrOnly(Parameters.find(context, "city")), context);
  }

  private City at(City city, Context context) {
    return Parameters.find(context, "version")
        .map(text -> cities.get(city.key(), Parameters.whole("version", text)))
        .orElse(city);
  }

  /**
   * Whether a city is of a data version gone by, which is answered for by an assessor of its own.
   */
  boolean earlier(City city) {
    return city.dataVersion() != cities.get(city.key()).dataVersion();
  }

  /**
   * What {@code city}, {@code version}, {@code standard} and {@code scenario} name: the city as it
   * is or was, or as the scenario supposes it.
   */
  WhatIf read(Context context) {
    ServiceStandard standard =
        Parameters.find(context, "standard")
            .map(standards::get)
            .orElseGet(() -> standards.all().get(0));
    return Parameters.find(context, "scenario")
        .map(text -> supposed(context, Parameters.longWhole("scenario", text), standard))
        .orElseGet(() -> WhatIf.nothing(city(context), standard));
  }

  private WhatIf supposed(Context context, long id, ServiceStandard standard) {
    ScenarioRecord scenario = scenarios.find(id).orElseThrow(() -> ScenarioApi.missing(id));
    if (Parameters.find(context, "city").filter(key -> !key.equals(scenario.city())).isPresent()) {
      throw new UserError(
          "scenario " + id + " is one of city '" + scenario.city() + "'",
          "scenario",
          "name that city, or none");
    }
    City base = at(cities.get(scenario.city()), context);
    return scenarios.suppose(base, standard, scenario.edits());
  }
}
