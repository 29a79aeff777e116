package org.gapmap.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.gapmap.assess.AreaDirectory;
import org.gapmap.assess.City;
import org.gapmap.domain.Community;
import org.gapmap.domain.Population;
import org.gapmap.store.Codes;
import org.locationtech.jts.geom.Envelope;

/** Writes what {@code /api/index} says of a city: its areas, and its communities as columns. */
final class IndexColumns {
  private final City city;
  private final JsonGenerator out;

  IndexColumns(City city, JsonGenerator out) {
    this.city = city;
    this.out = out;
  }

  void write(NameInitials initials) throws IOException {
    out.writeStartObject();
    out.writeStringField("city", city.key());
    out.writeNumberField("dataVersion", city.dataVersion());
    out.writeFieldName("bbox");
    box(city.extent());
    areas(city.areas().list());
    longs("id", i -> city.community(i).id());
    texts("name", i -> city.community(i).name());
    texts("initials", i -> initials.of(city.community(i).name()));
    out.writeArrayFieldStart("centre");
    for (int i = 0; i < city.size(); i++) {
      out.writeNumber(Figures.degrees(city.plane(i).lon()));
      out.writeNumber(Figures.degrees(city.plane(i).lat()));
    }
    out.writeEndArray();
    longs("areaSqm", i -> Math.round(city.polygon(i).areaSqm()));
    longs("district", city.areas()::district);
    longs("subdistrict", city.areas()::subdistrict);
    people("households", Population::households);
    people("residents", Population::residents);
    people("elderly", Population::elderly);
    people("children", Population::infants);
    counts("buildYear", Community::buildYear);
    renovation();
    out.writeEndObject();
  }

  private void areas(List<AreaDirectory.Entry> entries) throws IOException {
    out.writeArrayFieldStart("areas");
    for (AreaDirectory.Entry area : entries) {
      out.writeStartObject();
      out.writeStringField("key", area.key());
      out.writeStringField("level", Codes.of(area.level()));
      out.writeStringField("name", area.name());
      out.writeStringField(
          "within", area.within() == AreaDirectory.NONE ? null : entries.get(area.within()).key());
      out.writeFieldName("bbox");
      box(area.extent());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void box(Envelope extent) throws IOException {
    double[] box = Figures.box(extent);
    if (box == null) {
      out.writeNull();
    } else {
      out.writeArray(box, 0, box.length);
    }
  }

  private interface LongColumn {
    long of(int index);
  }

  private void longs(String name, LongColumn column) throws IOException {
    out.writeArrayFieldStart(name);
    for (int i = 0; i < city.size(); i++) {
      out.writeNumber(column.of(i));
    }
    out.writeEndArray();
  }

  private void texts(String name, IntFunction<String> column) throws IOException {
    out.writeArrayFieldStart(name);
    for (int i = 0; i < city.size(); i++) {
      out.writeString(column.apply(i));
    }
    out.writeEndArray();
  }

  private void renovation() throws IOException {
    out.writeArrayFieldStart("renovation");
    for (int i = 0; i < city.size(); i++) {
      out.writeString(city.community(i).renovation().map(Codes::of).orElse(null));
    }
    out.writeEndArray();
  }

  private interface Count<T> {
    OptionalInt of(T counted);
  }

  private void people(String name, Count<Population> column) throws IOException {
    counts(name, community -> column.of(community.population()));
  }

  private void counts(String name, Count<Community> column) throws IOException {
    out.writeArrayFieldStart(name);
    for (int i = 0; i < city.size(); i++) {
      OptionalInt count = column.of(city.community(i));
      if (count.isPresent()) {
        out.writeNumber(count.getAsInt());
      } else {
        out.writeNull();
      }
    }
    out.writeEndArray();
  }
}
