package org.gapmap.imports.source;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/** A little city in OpenStreetMap's binary format, written by the format's own classes. */
final class PbfText {
  private static final String[] TEXTS = {
    "",
    "landuse",
    "residential",
    "name",
    "同济新村",
    "amenity",
    "kindergarten",
    "highway",
    "footway",
    "type",
    "multipolygon",
    "outer",
    "inner",
    "同济幼儿园"
  };

  private PbfText() {}

  /** Nodes 1 to 4 a square and 5 to 8 one in it, node 9 a kindergarten, three ways, a relation. */
  static byte[] city(boolean packed) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Osmformat.HeaderBlock header =
        Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .build();
    file.writeBytes(blob("OSMHeader", header.toByteString(), packed));
    file.writeBytes(blob("OSMData", block().toByteString(), packed));
    return file.toByteArray();
  }

  static byte[] blob(String type, ByteString data, boolean packed) {
    Fileformat.Blob.Builder blob = Fileformat.Blob.newBuilder().setRawSize(data.size());
    if (packed) {
      blob.setZlibData(ByteString.copyFrom(FuzzCases.zlib(data.toByteArray())));
    } else {
      blob.setRaw(data);
    }
    return framed(type, blob.build());
  }

  static byte[] framed(String type, MessageLite blob) {
    byte[] header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.getSerializedSize())
            .build()
            .toByteArray();
    return ByteBuffer.allocate(4 + header.length + blob.getSerializedSize())
        .putInt(header.length)
        .put(header)
        .put(blob.toByteArray())
        .array();
  }

  static Osmformat.PrimitiveBlock block() {
    Osmformat.StringTable.Builder texts = Osmformat.StringTable.newBuilder();
    for (String text : TEXTS) {
      texts.addS(ByteString.copyFromUtf8(text));
    }
    Osmformat.DenseNodes.Builder nodes = Osmformat.DenseNodes.newBuilder();
    long[][] places = {
      {0, 0}, {10, 0}, {10, 10}, {0, 10}, {2, 2}, {4, 2}, {4, 4}, {2, 4}, {30, 30}
    };
    long lon = 0;
    long lat = 0;
    for (int i = 0; i < places.length; i++) {
      long x = 1_215_000_000L + 1000 * places[i][0];
      long y = 312_000_000L + 1000 * places[i][1];
      nodes.addId(1).addLon(x - lon).addLat(y - lat);
      lon = x;
      lat = y;
      if (i == 8) {
        nodes.addKeysVals(5).addKeysVals(6).addKeysVals(3).addKeysVals(13);
      }
      nodes.addKeysVals(0);
    }
    Osmformat.PrimitiveGroup.Builder ways =
        Osmformat.PrimitiveGroup.newBuilder()
            .addWays(way(1, 1, 1, 1, 1, -3).addKeys(1).addVals(2).addKeys(3).addVals(4))
            .addWays(way(2, 5, 1, 1, 1, -3))
            .addWays(way(3, 1, 1, 7).addKeys(7).addVals(8));
    Osmformat.PrimitiveGroup.Builder relations =
        Osmformat.PrimitiveGroup.newBuilder()
            .addRelations(
                Osmformat.Relation.newBuilder()
                    .setId(4)
                    .addKeys(9)
                    .addVals(10)
                    .addKeys(1)
                    .addVals(2)
                    .addMemids(1)
                    .addMemids(1)
                    .addRolesSid(11)
                    .addRolesSid(12)
                    .addTypes(Osmformat.Relation.MemberType.WAY)
                    .addTypes(Osmformat.Relation.MemberType.WAY));
    return Osmformat.PrimitiveBlock.newBuilder()
        .setStringtable(texts)
        .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().setDense(nodes))
        .addPrimitivegroup(ways)
        .addPrimitivegroup(relations)
        .build();
  }

  /**
   * @param refs each as the difference to the one before
   */
  private static Osmformat.Way.Builder way(long id, long... refs) {
    Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(id);
    for (long ref : refs) {
      way.addRefs(ref);
    }
    return way;
  }
}
