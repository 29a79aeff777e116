package org.gapmap.standards;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;

/**
 * Reads several profiles of a planner's together, whatever their order: one may extend another, or
 * a shipped one.
 */
final class StandardFiles {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final long MOST_BYTES = 1_000_000;

  private final KindCatalogue kinds;
  private final Function<String, Optional<ServiceStandard>> shipped;
  private final Function<Path, Optional<ServiceStandard>> before;
  private final Map<Path, StandardFile> read = new LinkedHashMap<>();
  private final Map<String, Path> byId = new HashMap<>();
  private final Map<Path, String> yaml = new HashMap<>();
  private final Set<Path> underWay = new HashSet<>();

  /**
   * @param before what a file held when it was last sound: a profile that extends one that is
   *     broken now goes on with that
   */
  StandardFiles(
      KindCatalogue kinds,
      Function<String, Optional<ServiceStandard>> shipped,
      Function<Path, Optional<ServiceStandard>> before) {
    this.kinds = kinds;
    this.shipped = shipped;
    this.before = before;
  }

  /** What each file holds, in the order given. */
  Map<Path, StandardFile> read(List<Path> files) {
    for (Path file : files) {
      load(file);
    }
    Map<Path, StandardFile> inOrder = new LinkedHashMap<>();
    for (Path file : files) {
      inOrder.put(file, read(file));
    }
    return inOrder;
  }

  private void load(Path file) {
    try {
      // A pipe would be waited for without end.
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        refuse(file, "it is no file", "name a YAML file");
        return;
      }
      if (Files.size(file) > MOST_BYTES) {
        refuse(file, "the file is larger than 1 MB", "see that it is a profile");
        return;
      }
      String text = Files.readString(file);
      text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      yaml.put(file, text);
      String id = idOf(file, text);
      Path other = byId.putIfAbsent(id, file);
      if (other != null && !id.isEmpty()) {
        refuse(
            file, "the id '" + id + "' is that of " + other.getFileName() + " too", "change one");
      }
    } catch (CharacterCodingException e) {
      refuse(file, "the file is not UTF-8", "save it as UTF-8 in the editor");
    } catch (IOException e) {
      refuse(file, "the file cannot be read", "see that it is there and may be read");
    }
  }

  private void refuse(Path file, String what, String remedy) {
    UserError fault = new UserError(what, file.toString(), remedy);
    read.put(file, new StandardFile(file.toString(), Optional.empty(), List.of(), List.of(fault)));
  }

  /** Empty where the file is too broken to have one; what is wrong is said when it is read. */
  private static String idOf(Path file, String text) {
    try {
      return YamlNode.parse(file.toString(), text).find("id").map(YamlNode::text).orElse("");
    } catch (UserError broken) {
      return "";
    }
  }

  private StandardFile read(Path file) {
    StandardFile known = read.get(file);
    if (known != null) {
      return known;
    }
    underWay.add(file);
    StandardFile result =
        new StandardReader(kinds)
            .read(file.toString(), yaml.getOrDefault(file, ""), id -> below(file, id));
    underWay.remove(file);
    read.put(file, result);
    return result;
  }

  /** A file may bear the id of the shipped profile that it extends. */
  private Optional<ServiceStandard> below(Path from, String id) {
    Path file = byId.get(id);
    if (file == null || file.equals(from)) {
      return shipped.apply(id);
    }
    if (underWay.contains(file)) {
      return Optional.empty();
    }
    return read(file).standard().or(() -> before.apply(file));
  }
}
