package org.gapmap.http;

import io.javalin.http.Context;
import org.gapmap.domain.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What the administrator set for the page. */
final class SettingsApi {
  private final ServerSettings settings;

  SettingsApi(ServerSettings settings) {
    this.settings = settings;
  }

  record Settings(@Nullable Raster raster) {}

  record Raster(String url, LocalizedText attribution, int maxZoom) {}

  void settings(Context context) {
    context.json(
        new Settings(
            settings
                .raster()
                .map(one -> new Raster(one.template(), one.attribution(), one.maxZoom()))
                .orElse(null)));
  }
}
