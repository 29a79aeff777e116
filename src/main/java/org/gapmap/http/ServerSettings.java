package org.gapmap.http;

import java.util.Optional;

/**
 * How the server listens.
 *
 * @param port 0 for any free one
 * @param basePath {@code /} or {@code /gapmap}: where a reverse proxy shows the page
 * @param token what a request that writes must carry; demanded where others can reach the server
 * @param raster the background map of others that the page may draw; empty for none
 */
public record ServerSettings(
    String bind, int port, String basePath, Optional<String> token, Optional<RasterMap> raster) {
  public static final String LOOPBACK = "127.0.0.1";

  public ServerSettings {
    if (!basePath.matches("/|(/[A-Za-z0-9._~-]+)+")) {
      throw new IllegalArgumentException("base path '" + basePath + "' is not / or /name");
    }
  }

  /** Without a background map of others. */
  public ServerSettings(String bind, int port, String basePath, Optional<String> token) {
    this(bind, port, basePath, token, Optional.empty());
  }

  /** Loopback, at the root, no token. */
  public static ServerSettings local(int port) {
    return new ServerSettings(LOOPBACK, port, "/", Optional.empty());
  }
}
