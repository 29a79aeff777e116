package org.gapmap;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may use which, and what no package may do. */
class ArchitectureTest {
  private static final String ROOT = "org.gapmap";
  private static final int LONGEST_FILE_LINES = 500;

  /** For every package but the root, which may use all: the packages of ours that it may use. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("domain", Set.of()),
          entry("geo", Set.of("domain")),
          entry("standards", Set.of("domain")),
          entry("imports.source", Set.of("geo", "domain")),
          entry("jobs", Set.of("store", "domain")),
          entry("imports", Set.of("imports.source", "standards", "store", "jobs", "geo", "domain")),
          entry(
              "imports.doctor",
              Set.of("imports", "imports.source", "standards", "store", "jobs", "geo", "domain")),
          entry("assess.coverage", Set.of("geo", "domain")),
          entry("assess.walking", Set.of("geo", "domain")),
          entry(
              "assess",
              Set.of(
                  "assess.coverage",
                  "assess.walking",
                  "standards",
                  "store",
                  "jobs",
                  "geo",
                  "domain")),
          entry("generate", Set.of("standards", "geo", "domain")),
          entry("export", Set.of("assess", "standards", "store", "jobs", "geo", "domain")),
          entry("tile", Set.of()),
          entry("store", Set.of("tile", "geo", "domain")),
          entry(
              "http",
              Set.of(
                  "imports",
                  "imports.doctor",
                  "imports.source",
                  "jobs",
                  "assess",
                  "assess.coverage",
                  "assess.walking",
                  "export",
                  "standards",
                  "store",
                  "tile",
                  "geo",
                  "domain")),
          entry(
              "cli",
              Set.of(
                  "http",
                  "imports",
                  "imports.doctor",
                  "imports.source",
                  "jobs",
                  "assess",
                  "export",
                  "generate",
                  "standards",
                  "store",
                  "geo",
                  "domain")));

  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  @Test
  void arrowsRunOneWay() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : classes) {
      Set<String> allowed = MAY_USE.get(room(from));
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (allowed != null
            && ours(to)
            && !room(to).equals(room(from))
            && !allowed.contains(room(to))) {
          wrong.add(from.getName() + " uses " + to.getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPackageHasItsRulesAndIsNullMarked() {
    Set<String> rooms =
        classes.stream().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new));
    rooms.remove("");
    assertThat(MAY_USE.keySet()).containsAll(rooms);
    assertThat(classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet()))
        .allSatisfy(
            room ->
                assertThat(room.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                    .as(room.getName())
                    .isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "store, org.postgresql..",
    "store, com.zaxxer..",
    "store, org.flywaydb..",
    "geo, org.geotools..",
    "http, io.javalin..",
  })
  void aDriverStaysInItsRoom(String room, String driver) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "." + room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(driver)
        .check(classes);
  }

  /** A GeoPackage is a file that is a database: who reads or writes one speaks to SQLite. */
  @Test
  void sqlIsSpokenInTheStoreAndToFilesOfSqlite() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".store")
        .and()
        .haveNameNotMatching(".*\\.(GeoPackage|Sqlite)[A-Za-z]*(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.sql..")
        .check(classes);
  }

  @Test
  void noNameSaysNothing() {
    assertThat(classes.stream().map(JavaClass::getSimpleName))
        .noneMatch(name -> name.matches(".*(Manager|Helper|Utils?|Impl|DTO|Dto)"));
    assertThat(MAY_USE.keySet())
        .noneMatch(room -> room.matches(".*\\b(util|common|helper|manager|impl)\\b.*"));
  }

  @Test
  void noStaticFieldChanges() {
    Set<String> mutable = new TreeSet<>();
    for (JavaClass type : classes) {
      for (JavaField field : type.getFields()) {
        Set<?> modifiers = field.getModifiers();
        if (modifiers.contains(STATIC)
            && !modifiers.contains(FINAL)
            && !modifiers.contains(SYNTHETIC)) {
          mutable.add(field.getFullName());
        }
      }
    }
    assertThat(mutable).isEmpty();
  }

  @Test
  void noFileIsEndlessOrUnfinished() throws IOException {
    Set<String> wrong = new TreeSet<>();
    for (String folder : List.of("src", "web", "scripts")) {
      Path root = Path.of(folder);
      if (!Files.isDirectory(root)) {
        continue;
      }
      for (Path file : sources(root)) {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > LONGEST_FILE_LINES) {
          wrong.add(file + " has " + lines.size() + " lines");
        }
        if (lines.stream().anyMatch(line -> line.contains("TO" + "DO"))) {
          wrong.add(file + " puts something off");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|js|sql|css|html|sh)"))
          .toList();
    }
  }

  private static boolean ours(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  /** A class's package below the root package, empty for the root package itself. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }
}
