package org.gapmap.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The list of a synthetic city's layers, in the order in which they are imported. */
final class Manifest {
  private static final String HEAD =
      """
      # A synthetic city: nothing in it exists. Written by gapmap generate.
      city: yuling-demo
      name: 榆岭市（虚构演示） Yuling (synthetic)
      layers:
        - {file: areas.shp, type: areas, source: synthetic}
        - {file: streets.shp, type: streets, source: synthetic}
        - {file: communities.shp, type: communities, source: synthetic}
      """;

  private Manifest() {}

  static void write(Path folder, boolean withBuildings) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (String file : TownLayers.FACILITIES.keySet()) {
      text.append("  - {file: ")
          .append(file)
          .append(".shp, type: facilities, kindField: LX, source: synthetic, completeFor: ")
          .append(file.equals(TownFiles.HALF_LIST) ? TownFiles.LISTED_DISTRICT : "all")
          .append("}\n");
    }
    text.append(
        "  - {file: parks.shp, type: facilities, kindField: LX, source: synthetic, completeFor: all}\n");
    text.append("  - {file: land_use.shp, type: land_use, source: synthetic}\n");
    if (withBuildings) {
      text.append("  - {file: buildings.shp, type: buildings, source: synthetic}\n");
    }
    text.append("  - {file: gates.shp, type: gates, source: synthetic}\n");
    Files.writeString(folder.resolve("demonstration.yaml"), text);
  }
}
