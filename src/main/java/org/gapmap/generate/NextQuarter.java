package org.gapmap.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.domain.Provision;
import org.gapmap.geo.ShapefileWriter;

/**
 * The list of canteens three months later: one has closed, one is new, and of one only the record
 * is put right.
 */
final class NextQuarter {
  static final String FOLDER = "next-quarter";
  private static final String FILE = "elderly_canteens";
  private static final int CLOSED = 4;
  private static final int CORRECTED = 7;

  private NextQuarter() {}

  static void write(Town town, MapPosition position, Path folder) throws IOException {
    Files.createDirectories(folder.resolve(FOLDER));
    List<SyntheticFacility> later = later(town);
    try (ShapefileWriter writer =
        new ShapefileWriter(
            folder.resolve(FOLDER),
            TownLayers.facilities(FILE),
            TownFiles.PRJ,
            TownFiles.ENCODING)) {
      for (int i = 0; i < later.size(); i++) {
        SyntheticFacility canteen = later.get(i);
        writer.write(
            position.point(canteen.at()), TownFiles.values(TownFiles.key(FILE, i + 1), canteen));
      }
    }
  }

  private static List<SyntheticFacility> later(Town town) {
    List<SyntheticFacility> later = new ArrayList<>();
    int open = 0;
    for (SyntheticFacility canteen : town.facilities(List.of(ServicePattern.CANTEEN))) {
      open += canteen.status().equals("开放") ? 1 : 0;
      boolean now = canteen.status().equals("开放");
      if (now && open == CLOSED) {
        later.add(changed(canteen, canteen.name(), "停业"));
      } else if (now && open == CORRECTED) {
        later.add(changed(canteen, canteen.name() + "（更名）", canteen.status()));
      } else {
        later.add(canteen);
      }
    }
    IdlePremises premises =
        town.premises().stream().filter(IdlePremises::flue).findFirst().orElseThrow();
    later.add(
        new SyntheticFacility(
            ServicePattern.CANTEEN,
            premises.at(),
            premises.name() + "改建长者食堂",
            "长者食堂",
            "开放",
            "对外开放",
            new Provision(
                OptionalInt.of(80), OptionalDouble.of(premises.areaSqm()), OptionalDouble.empty()),
            premises.address()));
    return later;
  }

  private static SyntheticFacility changed(SyntheticFacility was, String name, String status) {
    return new SyntheticFacility(
        was.pattern(),
        was.at(),
        name,
        was.type(),
        status,
        was.access(),
        was.provision(),
        was.address());
  }
}
