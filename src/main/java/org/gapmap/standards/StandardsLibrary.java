package org.gapmap.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.standards.StandardsFolder.Stamp;

/**
 * The service standards that a city can be judged by: those that come with the program, and those
 * of a planner's folder, which add to them or stand in for one of the same id. Every number in them
 * says where it comes from and how far it was checked.
 *
 * <p>The folder is looked at whenever a standard is asked for, and read again where a file has
 * changed. A file that is broken now keeps what it last held, and is named among the {@link
 * #problems}. Safe for threads.
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

  private final KindCatalogue kinds;
  private final Map<String, StandardFile> shipped;
  private final Optional<StandardsFolder> folder;
  private volatile Shelf shelf;

  /**
   * A file of the folder that cannot be used as it is.
   *
   * @param keptEarlier whether what it held before is used instead
   */
  public record Problem(String file, boolean keptEarlier, List<UserError> faults) {
    public Problem {
      faults = List.copyOf(faults);
    }
  }

  /** All standards at one state of the folder. */
  private record Shelf(
      Map<Path, Stamp> stamps,
      Map<Path, StandardFile> sound,
      Map<String, StandardFile> byId,
      List<Problem> problems) {}

  private StandardsLibrary(
      KindCatalogue kinds, Map<String, StandardFile> shipped, Optional<StandardsFolder> folder) {
    this.kinds = kinds;
    this.shipped = shipped;
    this.folder = folder;
    this.shelf = new Shelf(Map.of(), Map.of(), shipped, List.of());
  }

  /** The standards that come with the program. */
  public static StandardsLibrary load(KindCatalogue kinds) {
    return load(kinds, Optional.empty());
  }

  /**
   * Those, and the ones of a folder.
   *
   * @throws UserError where there is no such folder
   */
  public static StandardsLibrary load(KindCatalogue kinds, Optional<Path> folder) {
    Map<String, StandardFile> byId = new LinkedHashMap<>();
    StandardReader reader = new StandardReader(kinds);
    for (String id : SHIPPED) {
      String file = "standards/" + id + ".yaml";
      StandardFile read =
          reader.read(
              file,
              resource("/" + file),
              other -> Optional.ofNullable(byId.get(other)).map(StandardFile::orThrow));
      if (!read.orThrow().id().equals(id)) {
        throw new UserError("the id is not the file's name", file, "write id: " + id);
      }
      byId.put(id, read);
    }
    return new StandardsLibrary(kinds, byId, folder.map(StandardsFolder::new));
  }

  /**
   * @throws UserError where there is no such standard, naming those there are
   */
  public ServiceStandard get(String id) {
    Map<String, StandardFile> byId = now().byId();
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
    return Optional.ofNullable(now().byId().get(id)).map(StandardFile::orThrow);
  }

  /** Every standard, the default first. */
  public List<ServiceStandard> all() {
    return files().stream().map(StandardFile::orThrow).toList();
  }

  /** The files of all standards, with the examples that they carry. */
  public List<StandardFile> files() {
    return List.copyOf(now().byId().values());
  }

  /** The folder's files that cannot be used as they are. */
  public List<Problem> problems() {
    return now().problems();
  }

  /** Reads a planner's files, which may extend one another and any standard there is. */
  public List<StandardFile> read(List<Path> files) {
    return List.copyOf(
        new StandardFiles(kinds, this::find, file -> Optional.empty()).read(files).values());
  }

  private Shelf now() {
    Shelf known = shelf;
    if (folder.isEmpty() || folder.get().list().equals(known.stamps())) {
      return known;
    }
    return renew(folder.get());
  }

  private synchronized Shelf renew(StandardsFolder from) {
    Shelf old = shelf;
    Map<Path, Stamp> stamps = from.list();
    if (!stamps.equals(old.stamps())) {
      shelf = read(stamps, old);
    }
    return shelf;
  }

  private Shelf read(Map<Path, Stamp> stamps, Shelf old) {
    StandardFiles files =
        new StandardFiles(
            kinds,
            id -> Optional.ofNullable(shipped.get(id)).map(StandardFile::orThrow),
            file -> Optional.ofNullable(old.sound().get(file)).map(StandardFile::orThrow));
    Map<Path, StandardFile> sound = new LinkedHashMap<>();
    Map<String, StandardFile> byId = new LinkedHashMap<>(shipped);
    List<Problem> problems = new ArrayList<>();
    files
        .read(List.copyOf(stamps.keySet()))
        .forEach(
            (path, file) -> {
              StandardFile earlier = old.sound().get(path);
              if (file.standard().isEmpty()) {
                problems.add(new Problem(file.file(), earlier != null, file.faults()));
              }
              StandardFile used = file.standard().isPresent() ? file : earlier;
              if (used != null) {
                sound.put(path, used);
                byId.put(used.orThrow().id(), used);
              }
            });
    return new Shelf(stamps, sound, byId, List.copyOf(problems));
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
