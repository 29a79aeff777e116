package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.WhatIf;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.ServiceRule;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.CityRecord;
import org.gapmap.store.Codes;
import org.gapmap.store.LayerVersion;
import org.jspecify.annotations.Nullable;

/** What there is: cities, their layers, communities and facilities. */
final class CityApi {
  private final Cities cities;
  private final KindCatalogue kinds;
  private final QuerySources sources;

  CityApi(Cities cities, KindCatalogue kinds, QuerySources sources) {
    this.cities = cities;
    this.kinds = kinds;
    this.sources = sources;
  }

  record Health(String status, String postgis, String version, List<HealthCity> cities) {}

  record HealthCity(
      String city,
      String name,
      boolean demonstration,
      int dataVersion,
      int communities,
      int facilities) {
    static HealthCity of(CityRecord city) {
      return new HealthCity(
          city.key(),
          city.name(),
          city.demonstration(),
          city.dataVersion(),
          city.communities(),
          city.facilities());
    }
  }

  record CityView(
      String city,
      String name,
      boolean demonstration,
      int dataVersion,
      double @Nullable [] bbox,
      List<Layer> layers) {}

  record Layer(
      String type,
      String kind,
      String source,
      int version,
      int rows,
      @com.fasterxml.jackson.annotation.JsonUnwrapped LayerOrigin origin,
      JsonNode warnings) {
    static Layer of(LayerVersion layer) {
      return new Layer(
          Codes.of(layer.key().type()),
          layer.key().kind(),
          layer.key().source(),
          layer.number(),
          layer.rows(),
          new LayerOrigin(
              layer.origin().file(),
              layer.origin().importedAt().toString(),
              layer.origin().crs(),
              layer.completeness().text(),
              layer.completeness().asserted()),
          warningsOf(layer));
    }
  }

  private static JsonNode warningsOf(LayerVersion layer) {
    JsonNode warnings = layer.report().path("warnings");
    return warnings.isArray() ? warnings : JsonNodeFactory.instance.arrayNode();
  }

  record LayerOrigin(
      String file,
      String importedAt,
      String crs,
      String completeFor,
      boolean completenessAsserted) {}

  record Facilities(
      String city,
      int dataVersion,
      @JsonUnwrapped @Nullable MeasuredView measured,
      List<FacilityView> facilities) {}

  void health(Context context) {
    context.json(
        new Health(
            "ok",
            cities.postgisVersion(),
            Optional.ofNullable(CityApi.class.getPackage().getImplementationVersion())
                .orElse("development"),
            cities.list().stream().map(HealthCity::of).toList()));
  }

  void cities(Context context) {
    List<CityView> views = new ArrayList<>();
    for (CityRecord record : cities.list()) {
      City city = cities.get(record.key());
      views.add(
          new CityView(
              city.key(),
              city.name(),
              city.demonstration(),
              city.dataVersion(),
              Figures.box(city.extent()),
              city.layers().stream().map(Layer::of).toList()));
    }
    context.json(views);
  }

  void facilities(Context context) {
    WhatIf asked = sources.read(context);
    City city = asked.city();
    Optional<String> kind = Parameters.find(context, "kind");
    Optional<DistanceMode> mode = Parameters.find(context, "mode").map(CoverageQuery::mode);
    Optional<ServiceRule> rule =
        kind.flatMap(CoverageQuery.measured(asked.standard(), mode)::findRule);
    Stream<FacilityView> views =
        rule.map(row -> asRowSees(city, row))
            .orElseGet(
                () ->
                    kind
                        .map(one -> city.service(kinds.unfold(one)).listed())
                        .orElse(city.facilities())
                        .stream()
                        .map(f -> FacilityView.of(f, kinds.get(f.kind()))));
    context.json(
        new Facilities(
            city.key(),
            city.dataVersion(),
            rule.map(row -> MeasuredView.of(city, row)).orElse(null),
            views.toList()));
  }

  private Stream<FacilityView> asRowSees(City city, ServiceRule row) {
    return city.service(row).listed().stream()
        .map(f -> FacilityView.of(f, kinds.get(f.kind()), row, city));
  }
}
