package org.gapmap.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** The layers of the demonstration as files, one town after the other. */
final class TownFiles implements Closeable {
  /** Facility files and the kinds in each. */
  static final Map<String, List<ServicePattern>> FACILITY_FILES = facilityFiles();

  /** The one file that is complete for one district only, as a real list often is. */
  static final String HALF_LIST = "culture_stations";

  static final String LISTED_DISTRICT = "榆城区";

  private static final String PRJ =
      "PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\","
          + "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
          + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",114.0],"
          + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  private final Map<String, ShapefileWriter> writers = new LinkedHashMap<>();
  private int communities;

  TownFiles(Path folder) throws IOException {
    open(
        folder,
        new ShapefileLayer(
            "areas",
            ShapefileLayer.POLYGONS,
            List.of(DbfField.text("MC", 40), DbfField.text("JB", 8), DbfField.text("SSQ", 40))));
    open(
        folder,
        new ShapefileLayer(
            "streets",
            ShapefileLayer.LINES,
            List.of(DbfField.text("MC", 40), DbfField.text("DLDJ", 10))));
    open(
        folder,
        new ShapefileLayer(
            "communities",
            ShapefileLayer.POLYGONS,
            List.of(
                DbfField.text("XQBM", 12),
                DbfField.text("XQMC", 60),
                DbfField.text("SSQ", 40),
                DbfField.text("JDMC", 40),
                DbfField.number("JZND", 4),
                DbfField.number("HS", 6),
                DbfField.number("RKS", 6),
                DbfField.number("LNRK", 6),
                DbfField.number("YYES", 6),
                DbfField.number("MJ", 9))));
    for (String file : FACILITY_FILES.keySet()) {
      open(
          folder,
          new ShapefileLayer(
              file,
              ShapefileLayer.POINTS,
              List.of(
                  DbfField.text("MC", 80),
                  DbfField.text("LX", 30),
                  DbfField.text("ZT", 10),
                  DbfField.text("KFDX", 24),
                  DbfField.number("RL", 6),
                  DbfField.text("DZ", 60))));
    }
    open(
        folder,
        new ShapefileLayer(
            "sites",
            ShapefileLayer.POINTS,
            List.of(
                DbfField.text("MC", 80),
                DbfField.number("MJ", 6),
                DbfField.number("LC", 2),
                DbfField.number("CB", 6),
                DbfField.text("CQ", 20),
                DbfField.text("ZBD", 16),
                DbfField.text("PY", 4),
                DbfField.text("DZ", 60))));
  }

  private static Map<String, List<ServicePattern>> facilityFiles() {
    Map<String, List<ServicePattern>> files = new LinkedHashMap<>();
    files.put("elderly_canteens", List.of(ServicePattern.CANTEEN));
    files.put("fitness", List.of(ServicePattern.FITNESS));
    files.put("childcare", List.of(ServicePattern.CHILDCARE));
    files.put(
        "services",
        List.of(
            ServicePattern.KINDERGARTEN,
            ServicePattern.DAY_CARE,
            ServicePattern.HEALTH,
            ServicePattern.MARKET));
    files.put("culture_stations", List.of(ServicePattern.CULTURE));
    return Collections.unmodifiableMap(files);
  }

  private void open(Path folder, ShapefileLayer layer) throws IOException {
    writers.put(layer.file(), new ShapefileWriter(folder, layer, PRJ));
  }

  /**
   * @param prefix before the names of streets' offices and districts, to tell towns apart
   */
  void add(Town town, int communitiesOfIt, MapPosition position, String prefix) throws IOException {
    addAreas(town, position, prefix);
    for (Street street : town.plan().streets()) {
      write("streets", position.of(street.axis()), street.name(), street.kind().word);
    }
    addCommunities(town, communitiesOfIt, position, prefix);
    for (Map.Entry<String, List<ServicePattern>> file : FACILITY_FILES.entrySet()) {
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
  }

  private void addCommunities(Town town, int count, MapPosition position, String prefix)
      throws IOException {
    for (SyntheticCommunity community : town.communities().subList(0, count)) {
      write(
          "communities",
          position.of(community.compound().shape()),
          String.format(Locale.ROOT, "YL%07d", ++communities),
          community.name(),
          prefix + community.subdistrict().district(),
          prefix + community.subdistrict().name(),
          number(community.buildYear()),
          number(community.households()),
          number(community.residents()),
          number(community.elderly()),
          number(community.children()),
          number(Math.round(community.areaSqm())));
    }
  }

  private void addFacilities(String file, List<SyntheticFacility> facilities, MapPosition position)
      throws IOException {
    for (SyntheticFacility facility : facilities) {
      write(
          file,
          position.point(facility.at()),
          facility.name(),
          facility.type(),
          facility.status(),
          facility.access(),
          number(facility.capacity()),
          facility.address());
    }
  }

  private void write(String file, Geometry shape, String... values) throws IOException {
    ShapefileWriter writer = writers.get(file);
    if (writer == null) {
      throw new IllegalArgumentException("no layer " + file);
    }
    writer.write(shape, List.of(values));
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
