package org.gapmap.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.gapmap.imports.source.SourceDescription;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.MappingStore;

/**
 * What a city's imports taught. Kinds of words are used by every import of the city from then on:
 * the user said once what the word means. How a file of a shape (format, type of geometry, field
 * names, type of layer) was imported is offered, and used where the user takes it: a mapping taken
 * unasked would hide that the new file means something else by the same names.
 */
public final class ImportMemory {
  private static final JsonMapper JSON = new JsonMapper();

  private final MappingStore store;
  private final KindCatalogue kinds;

  public ImportMemory(MappingStore store, KindCatalogue kinds) {
    this.store = store;
    this.kinds = kinds;
  }

  /**
   * An earlier import.
   *
   * @param spec without its file, and without what was about single rows
   */
  public record Earlier(Instant at, ObjectNode spec) {}

  /** The request with the kinds of words that the city knows; the user's own word wins. */
  ImportRequest withKnownWords(ImportRequest request) {
    if (request.meaning().kind().flatMap(KindChoice::field).isEmpty()) {
      return request;
    }
    Map<String, String> known = new HashMap<>(store.listWords(request.destination().city()));
    known.values().removeIf(kind -> kinds.find(kind).isEmpty());
    request.meaning().kindWords().keySet().forEach(word -> known.remove(Vocabulary.bare(word)));
    return request.withMeaning(request.meaning().withKnownWords(known));
  }

  /** Keeps what a committed import taught. */
  void remember(ImportRequest request, SourceDescription file) {
    ObjectNode spec = SpecJson.of(request);
    spec.remove("merge");
    spec.remove("places");
    spec.remove("kindWords");
    spec.remove("cityName");
    Map<String, String> words = new HashMap<>();
    request.meaning().kindWords().forEach((word, kind) -> words.put(Vocabulary.bare(word), kind));
    store.remember(
        request.destination().city(), request.type(), shape(file), spec.toString(), words);
  }

  /** How a file of this shape was imported into the city last. */
  public Optional<Earlier> find(ImportRequest request, SourceDescription file) {
    return store
        .findMapping(request.destination().city(), request.type(), shape(file))
        .map(found -> new Earlier(found.at(), object(found.specJson())));
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database gave no JSON", e);
    }
  }

  private static String shape(SourceDescription file) {
    String text =
        String.join(
            "\u0000", file.format(), file.geometryType(), String.join("\u0001", file.fieldNames()));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
