package org.gapmap.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.gapmap.store.NewNote;
import org.gapmap.store.SiteNote;

/**
 * Notes from the site as files: comma-separated values with a byte order mark, and GeoJSON (RFC
 * 7946). Times are UTC; what nobody said is empty or null. No text runs in a spreadsheet.
 */
public final class NoteFiles {
  private static final List<String> HEADER =
      List.of(
          "note_id",
          "state",
          "text",
          "kind",
          "community_id",
          "community",
          "facility",
          "lon",
          "lat",
          "by",
          "at",
          "settled_at");

  private NoteFiles() {}

  /** The writer is flushed and left open. */
  public static void csv(List<SiteNote> notes, Writer out) throws IOException {
    out.append(RunCsv.BYTE_ORDER_MARK);
    CsvRows.write(HEADER, notes.stream().map(NoteFiles::row).toList(), out);
  }

  private static String[] row(SiteNote note) {
    NewNote said = note.said();
    return new String[] {
      Long.toString(note.id()),
      state(note),
      RunCsv.text(said.text()),
      said.kind(),
      said.community().isPresent() ? Long.toString(said.community().getAsLong()) : "",
      RunCsv.text(note.communityName().orElse("")),
      RunCsv.text(said.facility().map(ref -> ref.name()).orElse("")),
      String.format(Locale.ROOT, "%.7f", said.lon()),
      String.format(Locale.ROOT, "%.7f", said.lat()),
      RunCsv.text(said.by()),
      second(note.at()),
      note.settledAt().map(NoteFiles::second).orElse("")
    };
  }

  /** The writer is flushed and left open. */
  public static void geoJson(List<SiteNote> notes, Writer out) throws IOException {
    try (JsonGenerator json =
        new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("name", "notes");
      json.writeArrayFieldStart("features");
      for (SiteNote note : notes) {
        feature(json, note);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.flush();
  }

  private static void feature(JsonGenerator json, SiteNote note) throws IOException {
    NewNote said = note.said();
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeNumberField("id", note.id());
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "Point");
    json.writeArrayFieldStart("coordinates");
    json.writeNumber(degrees(said.lon()));
    json.writeNumber(degrees(said.lat()));
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeNumberField("note_id", note.id());
    json.writeStringField("state", state(note));
    json.writeStringField("text", said.text());
    text(json, "kind", said.kind());
    if (said.community().isPresent()) {
      json.writeNumberField("community_id", said.community().getAsLong());
    } else {
      json.writeNullField("community_id");
    }
    text(json, "community", note.communityName().orElse(""));
    text(json, "facility", said.facility().map(ref -> ref.name()).orElse(""));
    text(json, "by", said.by());
    json.writeStringField("at", second(note.at()));
    text(json, "settled_at", note.settledAt().map(NoteFiles::second).orElse(""));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String field, String value) throws IOException {
    if (value.isEmpty()) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, value);
    }
  }

  private static double degrees(double value) {
    return Math.round(value * 1e7) / 1e7;
  }

  private static String second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String state(SiteNote note) {
    return note.settledAt().isPresent() ? "settled" : "open";
  }
}
