package org.gapmap.http;

import io.javalin.http.Context;
import java.util.List;
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
   * What {@code city}, {@code standard} and {@code scenario} name: the city as it is, or as the
   * scenario supposes it.
   */
  WhatIf read(Context context) {
    ServiceStandard standard =
        Parameters.find(context, "standard")
            .map(standards::get)
            .orElseGet(() -> standards.all().get(0));
    return Parameters.find(context, "scenario")
        .map(text -> supposed(context, Parameters.longWhole("scenario", text), standard))
        .orElseGet(
            () ->
                new WhatIf(
                    cities.getOrOnly(Parameters.find(context, "city")),
                    standard,
                    List.of(),
                    List.of()));
  }

  private WhatIf supposed(Context context, long id, ServiceStandard standard) {
    ScenarioRecord scenario = scenarios.find(id).orElseThrow(() -> ScenarioApi.missing(id));
    if (Parameters.find(context, "city").filter(key -> !key.equals(scenario.city())).isPresent()) {
      throw new UserError(
          "scenario " + id + " is one of city '" + scenario.city() + "'",
          "scenario",
          "name that city, or none");
    }
    City base = cities.get(scenario.city());
    return scenarios.suppose(base, standard, scenario.edits());
  }
}
