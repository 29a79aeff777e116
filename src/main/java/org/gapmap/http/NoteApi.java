package org.gapmap.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.Scenarios;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityRef;
import org.gapmap.domain.UserError;
import org.gapmap.export.NoteFiles;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.NewNote;
import org.gapmap.store.NoteStore;
import org.gapmap.store.SiteNote;
import org.jspecify.annotations.Nullable;

/** What whoever was on site says is wrong: kept, listed, settled, deleted, and handed out. */
final class NoteApi {
  private static final String OPEN = "open";
  private static final String SETTLED = "settled";

  private final Cities cities;
  private final NoteReader reader;
  private final NoteStore notes;

  NoteApi(Cities cities, KindCatalogue kinds, NoteStore notes) {
    this.cities = cities;
    this.reader = new NoteReader(kinds);
    this.notes = notes;
  }

  /**
   * @param id null where the city as it is now has no such facility
   */
  record NotedFacility(@Nullable String id, String name, String kind) {}

  record NoteView(
      long id,
      @Nullable Long community,
      @Nullable String communityName,
      @Nullable NotedFacility facility,
      @Nullable String kind,
      String text,
      double lon,
      double lat,
      String by,
      String at,
      String state,
      @Nullable String settledAt) {}

  record Listed(String city, int dataVersion, List<NoteView> notes) {}

  void list(Context context) {
    City city = cities.getOrOnly(Parameters.find(context, "city"));
    Map<FacilityRef, Optional<Facility>> found = new HashMap<>();
    List<NoteView> views =
        notes.list(city.key()).stream().map(note -> view(note, city, found)).toList();
    context.json(new Listed(city.key(), city.dataVersion(), views));
  }

  void add(Context context) {
    JsonNode body = NoteReader.body(context);
    City city = cities.getOrOnly(NoteReader.text(body, "city"));
    NewNote note = reader.read(body, city);
    if (notes.count(city.key()) >= NoteReader.MOST_NOTES) {
      throw new UserError(
          "the city has " + NoteReader.MOST_NOTES + " notes already",
          "notes",
          "export them, and delete those that are settled");
    }
    long id = notes.add(city.key(), note);
    context.status(201).json(view(get(id), city, new HashMap<>()));
  }

  void update(Context context) {
    SiteNote note = get(id(context));
    JsonNode body = NoteReader.body(context);
    String text = NoteReader.words(body).orElse(note.said().text());
    boolean settled =
        switch (NoteReader.text(body, "state").orElse(state(note))) {
          case OPEN -> false;
          case SETTLED -> true;
          default ->
              throw new UserError("a note is open or settled", "state", "write one of the two");
        };
    if (!notes.update(note.id(), text, settled)) {
      throw missing(note.id());
    }
    context.json(view(get(note.id()), cities.get(note.city()), new HashMap<>()));
  }

  void delete(Context context) {
    if (!notes.delete(id(context))) {
      throw missing(id(context));
    }
    context.status(204);
  }

  void csv(Context context) throws IOException {
    City city = cities.getOrOnly(Parameters.find(context, "city"));
    try (Writer out = download(context, city, "text/csv; charset=utf-8", ".csv")) {
      NoteFiles.csv(notes.list(city.key()), out);
    }
  }

  void geoJson(Context context) throws IOException {
    City city = cities.getOrOnly(Parameters.find(context, "city"));
    try (Writer out = download(context, city, "application/geo+json; charset=utf-8", ".geojson")) {
      NoteFiles.geoJson(notes.list(city.key()), out);
    }
  }

  private static Writer download(Context context, City city, String type, String ending) {
    // A city's key may be in any script; a header is ASCII.
    String key = city.key().matches("[A-Za-z0-9_-]+") ? city.key() : "city";
    context
        .contentType(type)
        .header(
            "Content-Disposition", "attachment; filename=\"gapmap-notes-" + key + ending + "\"");
    return new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8);
  }

  private NoteView view(SiteNote note, City city, Map<FacilityRef, Optional<Facility>> found) {
    NewNote said = note.said();
    NotedFacility facility =
        said.facility()
            .map(
                ref ->
                    new NotedFacility(
                        found
                            .computeIfAbsent(ref, one -> Scenarios.findByRef(city, one))
                            .map(Facility::id)
                            .orElse(null),
                        ref.name(),
                        ref.kind()))
            .orElse(null);
    return new NoteView(
        note.id(),
        said.community().isPresent() ? said.community().getAsLong() : null,
        note.communityName().orElse(null),
        facility,
        said.kind().isEmpty() ? null : said.kind(),
        said.text(),
        Figures.degrees(said.lon()),
        Figures.degrees(said.lat()),
        said.by(),
        note.at().toString(),
        state(note),
        note.settledAt().map(Object::toString).orElse(null));
  }

  private static String state(SiteNote note) {
    return note.settledAt().isPresent() ? SETTLED : OPEN;
  }

  private SiteNote get(long id) {
    return notes.find(id).orElseThrow(() -> missing(id));
  }

  private static NotFoundResponse missing(long id) {
    return new NotFoundResponse("there is no note " + id);
  }

  private static long id(Context context) {
    return Parameters.longWhole("id", context.pathParam("id"));
  }
}
