package org.gapmap.http;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page's own files, each compressed once. The page itself names them under a stamp of them all,
 * {@code assets/STAMP/js/main.js}, so that a browser keeps them for good and asks for none of them
 * at the next visit; and it names every module that its first one leads to, so that they are
 * fetched side by side instead of one after the other.
 */
final class PageFiles {
  private static final String WEBJARS = "webjars/";

  /** All the style sheets of the page in one, in its order. */
  private static final String STYLES = "styles.css";

  private static final Pattern STYLE =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">\\s*");
  private static final Pattern REFERRED =
      Pattern.compile("url\\((?!['\"]?(?:data:|#))['\"]?([^)'\"]+)['\"]?\\)");
  private static final int STAMP_BYTES = 6;
  private static final long MOST_BYTES = 16L << 20;
  private static final Pattern IMPORTED =
      Pattern.compile("(?:\\bfrom|\\bimport)\\s*['\"](\\.[^'\"]+)['\"]");
  private static final Pattern NAMED =
      Pattern.compile("(href|src)=\"((?:js|css|webjars)/[^\"]+|icon\\.svg)\"");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  /** A file as it was when its folder had this stamp. */
  private record Asset(String stamp, String path) {}

  private final Path folder;

  /** Whether the files may change while the program runs, as a developer's do. */
  private final boolean live;

  private final String stampAtStart;
  private final Kept<Asset, Packed> files = new Kept<>(MOST_BYTES, Packed::bytes);

  PageFiles() {
    URL web = Objects.requireNonNull(PageFiles.class.getResource("/web"), "the page's files");
    this.folder = open(web);
    this.live = web.getProtocol().equals("file");
    this.stampAtStart = stampNow();
  }

  /** The page: named differently whenever any of its files differs. */
  void page(Context context) {
    String stamp = stamp();
    context
        .contentType("text/html; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .header("ETag", '"' + stamp + '"');
    if (Revalidation.known(context, '"' + stamp + '"')) {
      context.status(304);
      return;
    }
    files.get(new Asset(stamp, "index.html"), asset -> Packed.of(pageAt(stamp))).write(context);
  }

  /** A file of the page under its stamp. */
  void asset(Context context) {
    String path = context.pathParam("path");
    String stamp = stamp();
    boolean current = stamp.equals(context.pathParam("stamp"));
    Packed file = files.get(new Asset(stamp, path), asset -> Packed.of(read(path)));
    context
        .contentType(TYPES.getOrDefault(ending(path), "application/octet-stream"))
        .header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
    file.write(context);
  }

  private byte[] pageAt(String stamp) {
    String html = new String(read("index.html"), StandardCharsets.UTF_8);
    String root = "assets/" + stamp + "/";
    StringBuilder preloads = new StringBuilder();
    for (String module : modules("js/main.js")) {
      // What early.js asks for goes before all these, though they are asked for first.
      preloads
          .append("<link rel=\"modulepreload\" fetchpriority=\"low\" href=\"")
          .append(root)
          .append(module)
          .append("\">\n    ");
    }
    Matcher first = STYLE.matcher(html);
    String oneStyle =
        first.find()
            ? html.substring(0, first.start())
                + "<link rel=\"stylesheet\" href=\""
                + root
                + STYLES
                + "\">\n    "
                + STYLE.matcher(html.substring(first.start())).replaceAll("")
            : html;
    String named = NAMED.matcher(oneStyle).replaceAll("$1=\"" + root + "$2\"");
    return named
        .replaceFirst(
            "<script type=\"module\" src",
            Matcher.quoteReplacement(preloads + "<script type=\"module\" src"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] styles() {
    StringBuilder all = new StringBuilder();
    Matcher sheets = STYLE.matcher(new String(read("index.html"), StandardCharsets.UTF_8));
    while (sheets.find()) {
      URI sheet = URI.create(sheets.group(1));
      String text = new String(read(sheet.toString()), StandardCharsets.UTF_8);
      // What a sheet refers to lies beside it, not beside the one that they make up.
      all.append(
              REFERRED
                  .matcher(text)
                  .replaceAll(
                      found ->
                          Matcher.quoteReplacement("url(" + sheet.resolve(found.group(1)) + ")")))
          .append('\n');
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The modules that one imports, and those that they import, without itself. */
  private Set<String> modules(String first) {
    Set<String> found = new LinkedHashSet<>(List.of(first));
    List<String> open = new ArrayList<>(List.of(first));
    while (!open.isEmpty()) {
      String module = open.remove(0);
      Matcher imports = IMPORTED.matcher(new String(read(module), StandardCharsets.UTF_8));
      while (imports.find()) {
        String path = URI.create(module).resolve(imports.group(1)).toString();
        if (found.add(path)) {
          open.add(path);
        }
      }
    }
    found.remove(first);
    return found;
  }

  private byte[] read(String path) {
    try {
      if (path.equals(STYLES)) {
        return styles();
      }
      if (path.startsWith(WEBJARS)) {
        return readWebjar(path);
      }
      Path file = folder.resolve(path).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        throw new NotFoundResponse("there is no file " + path);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] readWebjar(String path) throws IOException {
    if (path.contains("..")) {
      throw new NotFoundResponse("there is no file " + path);
    }
    try (InputStream in = PageFiles.class.getResourceAsStream("/META-INF/resources/" + path)) {
      if (in == null) {
        throw new NotFoundResponse("there is no file " + path);
      }
      return in.readAllBytes();
    }
  }

  private String stamp() {
    return live ? stampNow() : stampAtStart;
  }

  /** Of what the files hold; while they may change, of their sizes and times, which is quicker. */
  private String stampNow() {
    try (Stream<Path> all = Files.walk(folder)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(live ? stateOf(file) : Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, STAMP_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] stateOf(Path file) throws IOException {
    String state = Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    return state.getBytes(StandardCharsets.UTF_8);
  }

  private static Path open(URL web) {
    try {
      URI uri = web.toURI();
      if (uri.getScheme().equals("jar")) {
        try {
          FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException another) {
          // A server that was started before in this process has opened it.
          return Path.of(uri);
        }
      }
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the page's files have no address", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
