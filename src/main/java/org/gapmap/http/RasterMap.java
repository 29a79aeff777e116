package org.gapmap.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;

/**
 * A raster service that the administrator lets the page draw as its background. The page asks it
 * directly; nothing of the city's data goes there, but which part of the world is looked at does.
 *
 * @param template address of a tile with {@code {z}}, {@code {x}} and {@code {y}}
 * @param attribution what the service wants said on the map
 * @param maxZoom the closest zoom that it has
 */
public record RasterMap(String template, LocalizedText attribution, int maxZoom) {
  private static final String URL = "GAPMAP_BASEMAP_URL";
  private static final String ATTRIBUTION = "GAPMAP_BASEMAP_ATTRIBUTION";
  private static final String MAX_ZOOM = "GAPMAP_BASEMAP_MAX_ZOOM";
  private static final int USUAL_MAX_ZOOM = 18;
  private static final int DEEPEST_ZOOM = 22;

  /** What a content security policy can name, and nothing that could end it. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

  public RasterMap {
    for (String part : new String[] {"{z}", "{x}", "{y}"}) {
      if (!template.contains(part)) {
        throw new UserError(
            "the address of the background map has no " + part,
            URL,
            "write it like https://example.org/{z}/{x}/{y}.png");
      }
    }
    origin(template);
    if (maxZoom < 1 || maxZoom > DEEPEST_ZOOM) {
      throw new UserError(
          "zoom " + maxZoom + " is not in [1, " + DEEPEST_ZOOM + "]",
          MAX_ZOOM,
          "give the closest zoom that the service has, or leave it out for " + USUAL_MAX_ZOOM);
    }
  }

  /**
   * As the environment says; empty where it names no service.
   *
   * @throws UserError where it does not make sense
   */
  public static Optional<RasterMap> of(Map<String, String> environment) {
    String template = environment.getOrDefault(URL, "").strip();
    if (template.isEmpty()) {
      return Optional.empty();
    }
    String[] said = environment.getOrDefault(ATTRIBUTION, "").split("\\|", 2);
    String zh = said[0].strip();
    String en = said[said.length - 1].strip();
    if (zh.isEmpty() || en.isEmpty()) {
      throw new UserError(
          "nobody is named as the source of the background map",
          ATTRIBUTION,
          "say what the service asks for, in Chinese and English: 天地图 | Tianditu");
    }
    String zoom = environment.getOrDefault(MAX_ZOOM, "").strip();
    return Optional.of(
        new RasterMap(
            template, new LocalizedText(zh, en), zoom.isEmpty() ? USUAL_MAX_ZOOM : whole(zoom)));
  }

  /** Scheme, host and port: what the content security policy opens. */
  String origin() {
    return origin(template);
  }

  private static String origin(String template) {
    try {
      URI address = URI.create(template.replace("{", "").replace("}", ""));
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      String host = String.valueOf(address.getHost());
      if ((scheme.equals("https") || scheme.equals("http"))
          && address.getHost() != null
          && HOST.matcher(host).matches()) {
        return scheme + "://" + host + (address.getPort() < 0 ? "" : ":" + address.getPort());
      }
    } catch (IllegalArgumentException notAnAddress) {
      // The same answer as for any other that will not do.
    }
    throw new UserError(
        "'" + template + "' is no address of a web server",
        URL,
        "write it like https://example.org/{z}/{x}/{y}.png");
  }

  private static int whole(String zoom) {
    try {
      return Integer.parseInt(zoom);
    } catch (NumberFormatException e) {
      throw new UserError("'" + zoom + "' is no zoom", MAX_ZOOM, "give a whole number", e);
    }
  }
}
