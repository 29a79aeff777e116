package org.gapmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The project's documents point at what is there. */
class DocsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules");

  private static final Pattern NOT_SHOWN =
      Pattern.compile("(?s)<!--.*?-->|^```.*?^```", Pattern.MULTILINE);
  private static final Pattern LINK =
      Pattern.compile("\\]\\(\\s*<?([^)>\\s]+)>?[^)]*\\)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern HEADING =
      Pattern.compile("^#{1,6}\\s+(.*?)\\s*$", Pattern.MULTILINE);
  private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z0-9]+[A-Za-z0-9]*)`");

  @Test
  void everyRelativeLinkLeadsToAFileAndItsHeading() throws IOException {
    List<String> dead = new ArrayList<>();
    List<Path> documents = documents();
    for (Path document : documents) {
      Matcher link = LINK.matcher(shown(document));
      while (link.find()) {
        String target = link.group(1) == null ? link.group(2) : link.group(1);
        if (!leadsSomewhere(document, target)) {
          dead.add(ROOT.relativize(document) + " -> " + target);
        }
      }
    }
    assertThat(documents).contains(ROOT.resolve("README.md"), ROOT.resolve("ARCHITECTURE.md"));
    assertThat(dead).isEmpty();
  }

  @Test
  void everyClassThatTheArchitectureNamesExists() throws IOException {
    Set<String> classes = classes();
    Set<String> named = new TreeSet<>();
    Matcher name = CLASS_NAME.matcher(shown(ROOT.resolve("ARCHITECTURE.md")));
    while (name.find()) {
      named.add(name.group(1));
    }
    assertThat(named).hasSizeGreaterThan(10);
    assertThat(classes).containsAll(named);
  }

  @Test
  void everyPackageStandsInTheArchitecture() throws IOException {
    String architecture = shown(ROOT.resolve("ARCHITECTURE.md"));
    Path sources = ROOT.resolve("src/main/java/org/gapmap");
    try (Stream<Path> files = Files.walk(sources)) {
      assertThat(files.filter(f -> f.endsWith("package-info.java")))
          .allSatisfy(
              file -> {
                String link = ROOT.relativize(file).toString().replace('\\', '/');
                assertThat(architecture).contains(link);
              });
    }
  }

  private static boolean leadsSomewhere(Path document, String target) throws IOException {
    if (target.matches("[a-z][a-z0-9+.-]*:.*")) {
      return true;
    }
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path path =
        file.isEmpty()
            ? document
            : document.resolveSibling(URLDecoder.decode(file, StandardCharsets.UTF_8)).normalize();
    if (!path.startsWith(ROOT) || !Files.exists(path)) {
      return false;
    }
    return hash < 0
        || !path.toString().endsWith(".md")
        || anchors(path).contains(target.substring(hash + 1));
  }

  /** Headings as GitHub makes fragments of them: lower case, no punctuation, hyphens for spaces. */
  private static Set<String> anchors(Path document) throws IOException {
    Set<String> anchors = new TreeSet<>();
    Matcher heading = HEADING.matcher(shown(document));
    while (heading.find()) {
      anchors.add(
          heading
              .group(1)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-'));
    }
    return anchors;
  }

  private static String shown(Path document) throws IOException {
    return NOT_SHOWN.matcher(Files.readString(document)).replaceAll("");
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> ours(ROOT.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean ours(Path relative) {
    for (Path part : relative) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("src"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
