package org.gapmap.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.WhatIf;
import org.gapmap.domain.Population;
import org.gapmap.domain.ServiceRule;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.CityRecord;
import org.gapmap.store.Codes;
import org.gapmap.store.LayerVersion;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

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

  record Index(
      String city,
      int dataVersion,
      double @Nullable [] bbox,
      long[] id,
      String[] name,
      double[] centre,
      long[] areaSqm,
      OptionalInt[] households,
      OptionalInt[] residents,
      OptionalInt[] elderly,
      OptionalInt[] children,
      OptionalInt[] buildYear) {}

  record Facilities(String city, int dataVersion, List<FacilityView> facilities) {}

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
              bbox(city),
              city.layers().stream().map(Layer::of).toList()));
    }
    context.json(views);
  }

  void index(Context context) {
    City city = cities.getOrOnly(Parameters.find(context, "city"));
    int n = city.size();
    Index index =
        new Index(
            city.key(),
            city.dataVersion(),
            bbox(city),
            new long[n],
            new String[n],
            new double[2 * n],
            new long[n],
            new OptionalInt[n],
            new OptionalInt[n],
            new OptionalInt[n],
            new OptionalInt[n],
            new OptionalInt[n]);
    for (int i = 0; i < n; i++) {
      index.id[i] = city.community(i).id();
      index.name[i] = city.community(i).name();
      index.centre[2 * i] = Figures.degrees(city.plane(i).lon());
      index.centre[2 * i + 1] = Figures.degrees(city.plane(i).lat());
      index.areaSqm[i] = Math.round(city.polygon(i).areaSqm());
      Population population = city.community(i).population();
      index.households[i] = population.households();
      index.residents[i] = population.residents();
      index.elderly[i] = population.elderly();
      index.children[i] = population.infants();
      index.buildYear[i] = city.community(i).buildYear();
    }
    context.json(index);
  }

  void facilities(Context context) {
    WhatIf asked = sources.read(context);
    City city = asked.city();
    Optional<String> kind = Parameters.find(context, "kind");
    Optional<ServiceRule> rule = kind.flatMap(asked.standard()::findRule);
    Stream<FacilityView> views =
        rule.map(row -> asRowSees(city, row))
            .orElseGet(
                () ->
                    kind
                        .map(one -> city.service(kinds.unfold(one)).listed())
                        .orElse(city.facilities())
                        .stream()
                        .map(f -> FacilityView.of(f, kinds.get(f.kind()))));
    context.json(new Facilities(city.key(), city.dataVersion(), views.toList()));
  }

  private Stream<FacilityView> asRowSees(City city, ServiceRule row) {
    return city.service(row).listed().stream()
        .map(f -> FacilityView.of(f, kinds.get(f.kind()), row, city));
  }

  private static double @Nullable [] bbox(City city) {
    Envelope extent = city.extent();
    return extent.isNull()
        ? null
        : new double[] {
          Figures.degrees(extent.getMinX()),
          Figures.degrees(extent.getMinY()),
          Figures.degrees(extent.getMaxX()),
          Figures.degrees(extent.getMaxY())
        };
  }
}
