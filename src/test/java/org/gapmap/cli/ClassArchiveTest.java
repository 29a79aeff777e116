package org.gapmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The starting script's archive of classes, with a program of two classes. */
class ClassArchiveTest {
  private static final Path SCRIPT = Path.of("scripts", "lib", "classes.sh").toAbsolutePath();
  private static final String JAVA = System.getProperty("java.home");

  private static final String HELLO = "hello\n";
  private static final String ARCHIVING = "hello, archiving\n";

  @TempDir private Path folder;

  /** What an import is to the script: it says something, and that all its classes are loaded. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      System.out.println(
          System.getProperty("gapmap.classes", "").isEmpty() ? "hello" : "hello, archiving");
      if (!List.of(arguments).contains("fail")) {
        ClassArchive.isWhole();
      }
    }
  }

  @BeforeEach
  void makeJar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
    try (OutputStream file = Files.newOutputStream(jar());
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      for (Class<?> each : List.of(Program.class, ClassArchive.class)) {
        String name = each.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(name));
        try (InputStream bytes = each.getClassLoader().getResourceAsStream(name)) {
          bytes.transferTo(jar);
        }
      }
    }
    Files.setLastModifiedTime(jar(), FileTime.from(Instant.now().minusSeconds(60)));
  }

  @Test
  void theFirstImportThatSucceedsLeavesAnArchiveAndTheNextStartUsesIt() throws Exception {
    assertThat(run("serve")).isEqualTo(HELLO);
    assertThat(archives()).isEmpty();
    assertThat(run("import", "fail")).isEqualTo(ARCHIVING);
    assertThat(run("import")).isEqualTo(ARCHIVING);
    // That of the failed one is gone, that of the other taken by the next start.
    assertThat(archives()).hasSize(2).allMatch(name -> !name.endsWith(".jsa"));

    assertThat(run("serve")).isEqualTo(HELLO);

    assertThat(archives()).hasSize(1).allMatch(name -> name.endsWith(".jsa"));
    assertThat(sourceOf("serve")).contains("shared objects file (top)");
  }

  @Test
  void anArchiveOfAnotherJarIsMadeAnew() throws Exception {
    run("import");
    run("serve");
    Path archive = folder.resolve(archives().get(0));
    Files.setLastModifiedTime(jar(), FileTime.from(Instant.now().plusSeconds(1)));

    // Even where it looks newer than the jar, Java passes over it without a word.
    Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plusSeconds(9)));
    assertThat(run("serve")).isEqualTo(HELLO);
    assertThat(sourceOf("serve")).doesNotContain("shared objects file (top)");

    Files.setLastModifiedTime(archive, FileTime.from(Instant.now().minusSeconds(9)));
    assertThat(run("import")).isEqualTo(ARCHIVING);
  }

  @Test
  void aFolderWithASpaceIsNoTrouble() throws Exception {
    Path spaced = Files.createDirectory(folder.resolve("with a space"));
    Files.copy(jar(), spaced.resolve("gapmap.jar"));
    folder = spaced;

    assertThat(run("import")).isEqualTo(ARCHIVING);
    assertThat(run("serve")).isEqualTo(HELLO);
  }

  @Test
  void whatIsNoArchiveHarmsNobody() throws Exception {
    run("import");
    run("serve");
    Path archive = folder.resolve(archives().get(0));
    byte[] bytes = Files.readAllBytes(archive);
    for (byte[] bad :
        List.of(
            new byte[0], new byte[5_000], "rubbish".repeat(900).getBytes(StandardCharsets.UTF_8))) {
      Files.write(archive, bad);
      assertThat(run("serve")).isEqualTo(HELLO);
    }
    // One that Java was killed over: its first bytes come last.
    Files.delete(archive);
    Path killed = folder.resolve(archive.getFileName() + ".99999999");
    System.arraycopy(new byte[4_096], 0, bytes, 0, 4_096);
    Files.write(killed, bytes);
    Files.createFile(folder.resolve(killed.getFileName() + ".whole"));

    assertThat(run("serve")).isEqualTo(HELLO);

    assertThat(archives()).isEmpty();
  }

  private Path jar() {
    return folder.resolve("gapmap.jar");
  }

  private List<String> archives() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains(".jsa"))
          .sorted()
          .toList();
    }
  }

  private String run(String command, String... arguments) throws Exception {
    return start("", command, arguments);
  }

  /** Where Java says that it took the program's class from. */
  private String sourceOf(String command) throws Exception {
    return start("-Xlog:class+load", command)
        .lines()
        .filter(line -> line.contains(Program.class.getName()))
        .findFirst()
        .orElse("");
  }

  private String start(String option, String command, String... arguments) throws Exception {
    String script =
        ". \"$1\"; folder=$2 java=$3 command=$4 option=$5; shift 5;"
            + " exec_java \"$folder\" \"$java\" \"$command\" ${option:+\"$option\"}"
            + " -jar \"$folder/gapmap.jar\" \"$@\"";
    List<String> words =
        Stream.concat(
                Stream.of(
                    "sh",
                    "-euc",
                    script,
                    "gapmap",
                    SCRIPT.toString(),
                    folder.toString(),
                    JAVA,
                    command,
                    option),
                Stream.of(arguments))
            .toList();
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }
}
