package org.gapmap.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.geo.ShapefileLayer;
import org.gapmap.geo.ShapefileWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The layers of the demonstration as files, one town after the other. */
final class TownFiles implements Closeable {
  /** The one file that is complete for one district only, as a real list often is. */
  static final String HALF_LIST = "culture_stations";

  static final String LISTED_DISTRICT = "榆城区";

  /** What offices in China still write. */
  static final Charset ENCODING = Charset.forName("GBK");

  static final String PRJ =
      "PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\","
          + "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
          + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",114.0],"
          + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  /** The sub-district whose buildings and gates nobody has surveyed. */
  static final String WITHOUT_BUILDINGS = "东湖街道";

  private final Map<String, ShapefileWriter> writers = new LinkedHashMap<>();
  private final boolean withBuildings;
  private int communities;
  private int parks;
  private final Map<String, Integer> keys = new HashMap<>();

  /**
   * @param withBuildings whether each compound's houses are written, too
   */
  TownFiles(Path folder, boolean withBuildings) throws IOException {
    this.withBuildings = withBuildings;
    for (ShapefileLayer layer : TownLayers.all(withBuildings)) {
      writers.put(layer.file(), new ShapefileWriter(folder, layer, PRJ, ENCODING));
    }
  }

  /**
   * @param prefix before the names of streets' offices and districts, to tell towns apart
   */
  void add(Town town, int communitiesOfIt, MapPosition position, String prefix) throws IOException {
    addAreas(town, position, prefix);
    addGrounds(town, position);
    for (Street street : town.plan().streets()) {
      write("streets", position.of(street.axis()), street.name(), street.kind().word);
    }
    addCommunities(town, communitiesOfIt, position, prefix);
    for (Map.Entry<String, List<ServicePattern>> file : TownLayers.FACILITIES.entrySet()) {
      addFacilities(file.getKey(), town.facilities(file.getValue()), position);
    }
    for (IdlePremises premises : town.premises()) {
      write(
          "sites",
          position.point(premises.at()),
          premises.name(),
          number(premises.areaSqm()),
          number(premises.floor()),
          number(premises.costTenThousandYuan()),
          premises.owner(),
          premises.readiness(),
          premises.flue() ? "有" : "无",
          premises.address());
    }
  }

  private void addAreas(Town town, MapPosition position, String prefix) throws IOException {
    Map<String, Geometry> districts = new LinkedHashMap<>();
    for (Subdistrict part : town.plan().subdistricts()) {
      districts.merge(part.district(), part.shape(), (a, b) -> Land.joined(a, b));
    }
    for (Map.Entry<String, Geometry> district : districts.entrySet()) {
      String name = prefix + district.getKey();
      write("areas", position.of(district.getValue()), name, "区", name);
    }
    for (Subdistrict part : town.plan().subdistricts()) {
      write(
          "areas", position.of(part.shape()), prefix + part.name(), "街道", prefix + part.district());
    }
    for (Neighbourhood part : town.plan().neighbourhoods()) {
      write(
          "areas",
          position.of(part.shape()),
          prefix + part.name(),
          "社区",
          prefix + part.subdistrict().district());
    }
  }

  private void addGrounds(Town town, MapPosition position) throws IOException {
    for (Park park : town.grounds().parks()) {
      write(
          "parks",
          position.of(park.shape()),
          String.format(Locale.ROOT, "GY%05d", ++parks),
          park.name(),
          "公园",
          park.status(),
          "对外开放",
          number(park.landSqm()));
    }
    for (Parcel parcel : town.grounds().parcels()) {
      write("land_use", position.of(parcel.shape()), parcel.use());
    }
  }

  private void addHouses(
      SyntheticCommunity community, String key, MapPosition position, Houses houses)
      throws IOException {
    if (!withBuildings || community.subdistrict().name().equals(WITHOUT_BUILDINGS)) {
      return;
    }
    for (House house : houses.of(community)) {
      write(
          "buildings",
          position.point(house.at()),
          key + String.format(Locale.ROOT, "-%02d", house.number()),
          house.number() + "号楼",
          house.use(),
          house.households() == 0 ? "" : number(house.households()),
          number(house.floorSqm()),
          number(house.storeys()));
    }
  }

  /** Nobody has been to the sub-district that has no list of buildings either. */
  private void addGates(SyntheticCommunity community, MapPosition position, Gates gates)
      throws IOException {
    if (community.subdistrict().name().equals(WITHOUT_BUILDINGS)) {
      return;
    }
    Coordinate middle = position.point(inside(community)).getCoordinate();
    for (SyntheticGate gate : gates.of(community)) {
      Geometry at = position.point(gate.at());
      String side = side(at.getCoordinate().x - middle.x, at.getCoordinate().y - middle.y);
      write("gates", at, community.name() + side + "门", gate.kind(), gate.status());
    }
  }

  private static Coordinate inside(SyntheticCommunity community) {
    return community.compound().shape().getCentroid().getCoordinate();
  }

  /** What people call a gate by: the side of the compound that it is on. */
  private static String side(double east, double north) {
    if (Math.abs(east) > Math.abs(north)) {
      return east > 0 ? "东" : "西";
    }
    return north > 0 ? "北" : "南";
  }

  private void addCommunities(Town town, int count, MapPosition position, String prefix)
      throws IOException {
    Houses houses = new Houses(new Dice(communities));
    Gates gates = new Gates(town, new Dice(communities).fork("gates"));
    RenovationRecords renovations = new RenovationRecords(new Dice(communities).fork("renovation"));
    for (SyntheticCommunity community : town.communities().subList(0, count)) {
      String key = String.format(Locale.ROOT, "YL%07d", ++communities);
      // One in seven offices' lists does not say how many children there are.
      boolean childrenCounted = communities % 7 != 3;
      addHouses(community, key, position, houses);
      addGates(community, position, gates);
      write(
          "communities",
          position.of(community.compound().shape()),
          key,
          community.name(),
          prefix + community.subdistrict().district(),
          prefix + community.subdistrict().name(),
          number(community.buildYear()),
          renovations.of(community),
          number(community.households()),
          number(community.residents()),
          number(community.elderly()),
          number(community.children()),
          childrenCounted ? number(community.preschoolers()) : "",
          childrenCounted ? number(community.pupils()) : "",
          number(Math.round(community.areaSqm())));
    }
  }

  private void addFacilities(String file, List<SyntheticFacility> facilities, MapPosition position)
      throws IOException {
    for (SyntheticFacility facility : facilities) {
      int number = keys.merge(file, 1, Integer::sum);
      writer(file).write(position.point(facility.at()), values(key(file, number), facility));
    }
  }

  private void write(String file, Geometry shape, String... values) throws IOException {
    writer(file).write(shape, List.of(values));
  }

  private ShapefileWriter writer(String file) {
    ShapefileWriter writer = writers.get(file);
    if (writer == null) {
      throw new IllegalArgumentException("no layer " + file);
    }
    return writer;
  }

  /** A facility's key: the file's letters and its number in it. */
  static String key(String file, int number) {
    return String.format(Locale.ROOT, "%s%06d", TownLayers.letters(file), number);
  }

  /** A facility's row, in the order of the columns. */
  static List<String> values(String key, SyntheticFacility facility) {
    return List.of(
        key,
        facility.name(),
        facility.type(),
        facility.status(),
        facility.access(),
        count(facility.provision().capacity()),
        whole(facility.provision().floorSqm()),
        whole(facility.provision().landSqm()),
        facility.address());
  }

  private static String count(OptionalInt value) {
    return value.isPresent() ? number(value.getAsInt()) : "";
  }

  private static String whole(OptionalDouble value) {
    return value.isPresent() ? number(Math.round(value.getAsDouble())) : "";
  }

  private static String number(long value) {
    return Long.toString(value);
  }

  @Override
  public void close() throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (ShapefileWriter writer : writers.values()) {
      try {
        writer.close();
      } catch (IOException failed) {
        failures.add(failed);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }
}
