package org.gapmap.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;

/**
 * The service standards that a city can be judged by, from {@code standards/*.yaml}. Every number
 * in them says where it comes from and how far it was checked.
 */
public final class StandardsLibrary {
  /** The one that is used where none is named comes first; what others extend, before them. */
  private static final List<String> SHIPPED =
      List.of(
          "old-community-renewal",
          "gb50180-2018",
          "complete-community-2020",
          "life-circle-tdt1062-2021",
          "guiyang-gb50180");

  private final Map<String, StandardFile> byId;

  private StandardsLibrary(Map<String, StandardFile> byId) {
    this.byId = byId;
  }

  /** Reads the standards that come with the program. */
  public static StandardsLibrary load(KindCatalogue kinds) {
    Map<String, StandardFile> byId = new LinkedHashMap<>();
    StandardReader reader = new StandardReader(kinds);
    for (String id : SHIPPED) {
      String file = "standards/" + id + ".yaml";
      StandardFile read = reader.read(file, resource("/" + file), new StandardsLibrary(byId)::find);
      if (!read.orThrow().id().equals(id)) {
        throw new UserError("the id is not the file's name", file, "write id: " + id);
      }
      byId.put(id, read);
    }
    return new StandardsLibrary(byId);
  }

  /**
   * @throws UserError where there is no such standard, naming those there are
   */
  public ServiceStandard get(String id) {
    StandardFile standard = byId.get(id);
    if (standard == null) {
      throw new UserError(
          "no standard '" + id + "' is known",
          "",
          "take one of " + String.join(", ", byId.keySet()));
    }
    return standard.orThrow();
  }

  public Optional<ServiceStandard> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(StandardFile::orThrow);
  }

  /** Every standard, the default first. */
  public List<ServiceStandard> all() {
    return byId.values().stream().map(StandardFile::orThrow).toList();
  }

  /** The files of all standards, with the examples that they carry. */
  public List<StandardFile> files() {
    return List.copyOf(byId.values());
  }

  private static String resource(String name) {
    try (InputStream stream = StandardsLibrary.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
