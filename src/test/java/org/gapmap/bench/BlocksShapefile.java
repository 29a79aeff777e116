package org.gapmap.bench;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A shapefile as an office might deliver it, of any size, written row by row: blocks of {@value
 * #CORNERS} corners on a grid in a 3-degree Gauss-Kruger zone of CGCS2000, attributes in GBK (ESRI
 * Shapefile Technical Description, 1998). The same number of rows gives the same bytes.
 */
final class BlocksShapefile implements Closeable {
  private static final Charset GBK = Charset.forName("GBK");
  private static final int CORNERS = 17;
  private static final double CELL_METRES = 60;
  private static final double WEST_METRES = 540_000;
  private static final double SOUTH_METRES = 3_400_000;
  private static final int CONTENT_BYTES = 44 + 4 + 16 * (CORNERS + 1);
  private static final String ZONE =
      "PROJCS[\"CGCS2000_3_Degree_GK_CM_120E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
          + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",120.0],"
          + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  private record Column(String name, char type, int width) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("XQBH", 'C', 16),
          new Column("XQMC", 'C', 40),
          new Column("DZ", 'C', 60),
          new Column("HS", 'N', 8),
          new Column("RKS", 'N', 8),
          new Column("JCND", 'N', 4),
          new Column("WYGS", 'C', 40));

  private final OutputStream shapes;
  private final OutputStream index;
  private final OutputStream table;
  private final int rows;
  private final int columns;
  private final SplittableRandom random = new SplittableRandom(20_000);

  private BlocksShapefile(Path shp, int rows) throws IOException {
    this.rows = rows;
    this.columns = (int) Math.ceil(Math.sqrt(rows));
    Files.writeString(beside(shp, ".prj"), ZONE);
    Files.writeString(beside(shp, ".cpg"), "GBK");
    this.shapes = open(shp);
    this.index = open(beside(shp, ".shx"));
    this.table = open(beside(shp, ".dbf"));
  }

  /** Writes the files, unless they are there already. */
  static Path of(Path folder, int rows) throws IOException {
    Path shp = folder.resolve("blocks-" + rows + ".shp");
    if (Files.exists(beside(shp, ".done"))) {
      return shp;
    }
    try (BlocksShapefile file = new BlocksShapefile(shp, rows)) {
      file.write();
    }
    Files.writeString(beside(shp, ".done"), "");
    return shp;
  }

  private static Path beside(Path shp, String ending) {
    return Path.of(shp.toString().replaceAll("\\.shp$", ending));
  }

  private static OutputStream open(Path path) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
  }

  private void write() throws IOException {
    int record = 8 + CONTENT_BYTES;
    shapes.write(header(100L + (long) rows * record));
    index.write(header(100L + 8L * rows));
    writeTableHeader();
    for (int row = 0; row < rows; row++) {
      double[] ring = ring(row);
      shapes.write(shape(row, ring));
      index.write(
          ByteBuffer.allocate(8)
              .putInt((int) ((100L + (long) row * record) / 2))
              .putInt(CONTENT_BYTES / 2)
              .array());
      table.write(' ');
      String[] values = values(row);
      for (int i = 0; i < values.length; i++) {
        table.write(padded(values[i], COLUMNS.get(i)));
      }
    }
    table.write(0x1A);
  }

  /** Clockwise from the west, closed; x and y in turn. */
  private double[] ring(int row) {
    double x = WEST_METRES + (row % columns + 0.5) * CELL_METRES;
    double y = SOUTH_METRES + (Math.floorDiv(row, columns) + 0.5) * CELL_METRES;
    double[] ring = new double[2 * (CORNERS + 1)];
    for (int corner = 0; corner < CORNERS; corner++) {
      double angle = -2 * Math.PI * corner / CORNERS;
      double out = random.nextDouble(0.25, 0.49) * CELL_METRES;
      ring[2 * corner] = x + out * Math.cos(angle);
      ring[2 * corner + 1] = y + out * Math.sin(angle);
    }
    ring[2 * CORNERS] = ring[0];
    ring[2 * CORNERS + 1] = ring[1];
    return ring;
  }

  private static byte[] shape(int row, double[] ring) {
    ByteBuffer out = ByteBuffer.allocate(8 + CONTENT_BYTES);
    out.putInt(row + 1).putInt(CONTENT_BYTES / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(5);
    double[] box = {ring[0], ring[1], ring[0], ring[1]};
    for (int i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]);
      box[1] = Math.min(box[1], ring[i + 1]);
      box[2] = Math.max(box[2], ring[i]);
      box[3] = Math.max(box[3], ring[i + 1]);
    }
    Arrays.stream(box).forEach(out::putDouble);
    out.putInt(1).putInt(CORNERS + 1).putInt(0);
    Arrays.stream(ring).forEach(out::putDouble);
    return out.array();
  }

  private byte[] header(long bytes) {
    ByteBuffer out = ByteBuffer.allocate(100);
    out.putInt(9994).putInt(24, (int) (bytes / 2)).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(28, 1000).putInt(32, 5);
    int lines = (rows + columns - 1) / columns;
    out.putDouble(36, WEST_METRES).putDouble(44, SOUTH_METRES);
    out.putDouble(52, WEST_METRES + columns * CELL_METRES);
    out.putDouble(60, SOUTH_METRES + lines * CELL_METRES);
    return out.array();
  }

  private void writeTableHeader() throws IOException {
    int width = 1 + COLUMNS.stream().mapToInt(Column::width).sum();
    int length = 32 + 32 * COLUMNS.size() + 1;
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1).putInt(rows);
    out.putShort((short) length).putShort((short) width);
    for (int i = 0; i < COLUMNS.size(); i++) {
      Column column = COLUMNS.get(i);
      out.position(32 + 32 * i).put(column.name().getBytes(StandardCharsets.US_ASCII));
      out.put(32 + 32 * i + 11, (byte) column.type());
      out.put(32 + 32 * i + 16, (byte) column.width());
    }
    out.put(length - 1, (byte) 13);
    table.write(out.array());
  }

  private String[] values(int row) {
    int road = Math.floorDiv(row, 40);
    return new String[] {
      "3101" + String.format("%08d", row),
      "幸福家园第" + row + "小区",
      "和平区建设街道人民路" + road + "弄" + row % 40 + "号",
      String.valueOf(100 + row % 900),
      String.valueOf(300 + row % 2_700),
      String.valueOf(1980 + row % 40),
      "第" + row % 500 + "物业管理有限公司"
    };
  }

  private static byte[] padded(String value, Column column) {
    byte[] text = value.getBytes(GBK);
    byte[] cell = new byte[column.width()];
    Arrays.fill(cell, (byte) ' ');
    int from = column.type() == 'N' ? column.width() - text.length : 0;
    System.arraycopy(text, 0, cell, from, text.length);
    return cell;
  }

  @Override
  public void close() throws IOException {
    try (shapes;
        index;
        table) {
      shapes.flush();
    }
  }
}
