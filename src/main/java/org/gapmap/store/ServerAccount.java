package org.gapmap.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.domain.UserError;

/**
 * Who runs PostgreSQL's programs. They refuse root, so that root hands them to the account {@code
 * postgres}, or to whoever owns a cluster that is already there; anybody else runs them directly.
 */
record ServerAccount(String name, boolean throughRunuser) {
  private static final String ROOT = "root";

  /** What a program said (both streams) and how it ended. */
  record Outcome(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /**
   * The account for a cluster that is yet to be made: this one, or for root the owner of the home
   * folder, so that he can use it too, and {@code postgres} where root or nobody known owns it.
   */
  static ServerAccount forNewCluster(Path home) throws IOException {
    if (!isRoot()) {
      return named(System.getProperty("user.name"));
    }
    String owner = Files.getOwner(home).getName();
    boolean unusable = owner.equals(ROOT) || owner.chars().allMatch(Character::isDigit);
    return named(unusable ? "postgres" : owner);
  }

  /** The account that owns the folder of a cluster. */
  static ServerAccount ownerOf(Path folder) {
    try {
      String owner = Files.getOwner(folder).getName();
      if (!isRoot() && !owner.equals(System.getProperty("user.name"))) {
        throw new UserError(
            "the database there belongs to the account " + owner,
            folder.toString(),
            "run GapMap as " + owner + ", or set GAPMAP_HOME to a folder of your own");
      }
      return named(owner);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static boolean isRoot() {
    return ROOT.equals(System.getProperty("user.name"));
  }

  private static ServerAccount named(String name) {
    return new ServerAccount(name, isRoot() && !name.equals(ROOT));
  }

  /** Hands a file or folder that this process made to the account. */
  void takeOver(Path path) throws IOException {
    if (throughRunuser) {
      var principal =
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
      Files.setOwner(path, principal);
    }
  }

  /**
   * Runs a program to its end, with the folder as its working directory (root's own is closed to
   * other accounts) and an environment in which no PG* variable points elsewhere.
   */
  Outcome run(Path folder, List<String> command) throws IOException {
    List<String> words = new ArrayList<>();
    if (throughRunuser) {
      words.addAll(List.of("runuser", "-u", name, "--"));
    }
    words.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(key -> key.startsWith("PG") || key.startsWith("LC_"));
    builder.environment().put("LC_ALL", locale());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(process.waitFor(), output.strip());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + command.get(0) + " was running");
    }
  }

  /** UTF-8 without a country's sorting; macOS knows it by no other name than C. */
  static String locale() {
    return System.getProperty("os.name").startsWith("Linux") ? "C.UTF-8" : "C";
  }
}
