package org.gapmap.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.UnauthorizedResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps other pages in the same browser, and other people on the network, from writing.
 *
 * <p>A page elsewhere can make the browser send requests here, also under a name of its own that it
 * lets point to this machine; so the server answers to the names of loopback only, unless it was
 * told to listen for others, and a request that writes must come from a page of its own. Where a
 * token is set, the token alone decides: no other page has it, and behind a proxy {@code Host} is
 * whatever name the proxy has.
 */
final class WriteGuard {
  private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final ServerSettings settings;
  private final Set<String> questions;

  /**
   * @param endpoints what the server answers; those with a body that store nothing need no token
   */
  WriteGuard(ServerSettings settings, List<Endpoint> endpoints) {
    this.settings = settings;
    String base = settings.basePath().equals("/") ? "" : settings.basePath();
    this.questions =
        endpoints.stream()
            .filter(e -> e.method().equals(HandlerType.POST) && !e.stores())
            .map(e -> base + e.path())
            .collect(Collectors.toUnmodifiableSet());
  }

  void check(Context context) {
    String host = context.host() == null ? "" : context.host();
    if (settings.token().isEmpty() && !isOwnName(nameOf(host))) {
      throw new ForbiddenResponse("this server answers to 127.0.0.1 and localhost only");
    }
    if (READING.contains(context.method())) {
      return;
    }
    boolean asks = context.method().equals(HandlerType.POST) && questions.contains(context.path());
    if (settings.token().isPresent()) {
      if (asks) {
        return;
      }
      requireToken(context, settings.token().get());
      return;
    }
    String origin = context.header("Origin");
    if (origin != null && !host.equalsIgnoreCase(authorityOf(origin))) {
      throw new ForbiddenResponse("a page from elsewhere may not write");
    }
  }

  private static void requireToken(Context context, String token) {
    String given = context.header("Authorization");
    byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted)) {
      throw new UnauthorizedResponse("a request that writes needs 'Authorization: Bearer TOKEN'");
    }
  }

  /** A name of loopback, or the one that the server was told to listen on. */
  private boolean isOwnName(String name) {
    String bind = settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind();
    return LOOPBACK_NAMES.contains(name.toLowerCase(Locale.ROOT)) || name.equalsIgnoreCase(bind);
  }

  private static String nameOf(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static String authorityOf(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
