package org.gapmap.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.gapmap.domain.UserError;

/**
 * Where the server listens, and what those who write must show.
 *
 * @param port 0 for any free one
 * @param basePath {@code /}, or {@code /gapmap} behind a reverse proxy
 * @param importFolder what the page may import from besides what it sends
 */
public record ServeOptions(
    String bind, int port, String basePath, Optional<String> token, Optional<Path> importFolder) {
  private static final int HIGHEST_PORT = 65_535;
  private static final int SHORTEST_TOKEN = 16;

  public ServeOptions {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new UserError(
          "there is no port " + port,
          "--port",
          "choose one from 1 to 65535, or 0 for any free one");
    }
    if (!basePath.matches("/|(/[A-Za-z0-9._~-]+)+")) {
      throw new UserError(
          "'" + basePath + "' is no base path", "--base-path", "write it like /gapmap");
    }
    if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
      throw new UserError(
          "the token is too short to be a secret",
          "GAPMAP_TOKEN",
          "use at least " + SHORTEST_TOKEN + " characters, from openssl rand -hex 24 for example");
    }
    if (token.isEmpty() && !isLoopback(bind)) {
      throw new UserError(
          "others could reach the server there and write to it",
          "--bind " + bind,
          "set GAPMAP_TOKEN to a secret that every request that writes must then carry");
    }
  }

  boolean reachableByOthers() {
    return !isLoopback(bind);
  }

  /** The address to open in a browser on this machine. */
  String url(int actualPort) {
    boolean everywhere = bind.equals("0.0.0.0") || bind.equals("::");
    String host = everywhere ? "127.0.0.1" : bind;
    String written = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + written + ":" + actualPort + (basePath.equals("/") ? "" : basePath);
  }

  private static boolean isLoopback(String bind) {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new UserError(
          "this machine has no address '" + bind + "'",
          "--bind",
          "use 127.0.0.1, 0.0.0.0 or an address of this machine",
          unknown);
    }
  }
}
