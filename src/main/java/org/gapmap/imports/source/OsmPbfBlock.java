package org.gapmap.imports.source;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items of one block of a .osm.pbf, read from its bytes as they are asked for: no lists of what
 * a hostile block may repeat millions of times.
 *
 * <p>Field numbers: osmformat.proto.
 */
final class OsmPbfBlock {
  private static final int MOST_TAGS = 10_000;
  private static final int STRINGS = bytesField(1);
  private static final int GROUP = bytesField(2);
  private static final int GRANULARITY = varintField(17);
  private static final int LAT_OFFSET = varintField(19);
  private static final int LON_OFFSET = varintField(20);
  private static final int NODE = bytesField(1);
  private static final int DENSE = bytesField(2);
  private static final int WAY = bytesField(3);
  private static final int RELATION = bytesField(4);
  private static final int ID = varintField(1);
  private static final int KEYS = bytesField(2);
  private static final int VALUES = bytesField(3);

  /** More than may be read. */
  static final class Beyond extends IOException {
    private static final long serialVersionUID = 1;

    Beyond(String what) {
      super(what);
    }
  }

  /** A stretch of the block. */
  private record Span(int from, int length) {
    static final Span NONE = new Span(0, 0);
  }

  private final byte[] bytes;
  private final ReadLimits limits;
  private int[] stringEnds = new int[256];
  private int[] stringStarts = new int[256];
  private @Nullable String[] texts = new String[0];
  private int strings;
  private final List<Span> groups = new ArrayList<>();
  private long granularity = 100;
  private long latOffset;
  private long lonOffset;

  private int nextGroup;
  private @Nullable CodedInputStream group;
  private @Nullable Dense dense;

  OsmPbfBlock(byte[] bytes, ReadLimits limits) throws IOException {
    this.bytes = bytes;
    this.limits = limits;
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == STRINGS) {
        readStrings(span(in, 0));
      } else if (tag == GROUP) {
        groups.add(span(in, 0));
      } else if (tag == GRANULARITY) {
        granularity = in.readInt32();
      } else if (tag == LAT_OFFSET) {
        latOffset = in.readInt64();
      } else if (tag == LON_OFFSET) {
        lonOffset = in.readInt64();
      } else {
        skip(in, tag);
      }
    }
  }

  private static int bytesField(int number) {
    return number << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }

  private static int varintField(int number) {
    return number << 3 | WireFormat.WIRETYPE_VARINT;
  }

  /**
   * Passes a field over. Groups, which may nest without end and which the format has not, are none.
   */
  static void skip(CodedInputStream in, int tag) throws IOException {
    int wire = WireFormat.getTagWireType(tag);
    if (wire == WireFormat.WIRETYPE_START_GROUP || wire == WireFormat.WIRETYPE_END_GROUP) {
      throw new InvalidProtocolBufferException("a group where none may be.");
    }
    in.skipField(tag);
  }

  /**
   * The message that begins here, passed over.
   *
   * @param start where the stream's own bytes begin in the block
   */
  private static Span span(CodedInputStream in, int start) throws IOException {
    int length = in.readRawVarint32();
    int from = start + in.getTotalBytesRead();
    if (length < 0) {
      throw new InvalidProtocolBufferException("a negative length.");
    }
    in.skipRawBytes(length);
    return new Span(from, length);
  }

  private CodedInputStream in(Span span) {
    return CodedInputStream.newInstance(bytes, span.from, span.length);
  }

  private void readStrings(Span table) throws IOException {
    CodedInputStream in = in(table);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag != STRINGS) {
        skip(in, tag);
        continue;
      }
      Span string = span(in, table.from);
      if (strings == stringStarts.length) {
        stringStarts = Arrays.copyOf(stringStarts, 2 * strings);
        stringEnds = Arrays.copyOf(stringEnds, 2 * strings);
      }
      stringStarts[strings] = string.from;
      stringEnds[strings++] = string.from + string.length;
    }
  }

  private String string(int index) throws IOException {
    if (index < 0 || index >= strings) {
      throw new InvalidProtocolBufferException("text " + index + " of " + strings + ".");
    }
    if (texts.length == 0) {
      texts = new String[strings];
    }
    String known = texts[index];
    if (known != null) {
      return known;
    }
    int from = stringStarts[index];
    int length = stringEnds[index] - from;
    String text = new String(bytes, from, length, StandardCharsets.UTF_8).strip();
    texts[index] = text;
    return text;
  }

  /** The next item, or null at the block's end. */
  @Nullable OsmItem next() throws IOException {
    while (true) {
      if (dense != null) {
        OsmItem node = dense.next();
        if (node != null) {
          return node;
        }
        dense = null;
      }
      if (group == null) {
        if (nextGroup == groups.size()) {
          return null;
        }
        group = in(groups.get(nextGroup++));
      }
      int start = groups.get(nextGroup - 1).from;
      int tag = group.readTag();
      if (tag == 0) {
        group = null;
      } else if (tag == NODE) {
        return node(span(group, start));
      } else if (tag == DENSE) {
        dense = new Dense(span(group, start));
      } else if (tag == WAY) {
        return way(span(group, start));
      } else if (tag == RELATION) {
        return relation(span(group, start));
      } else {
        skip(group, tag);
      }
    }
  }

  private OsmItem node(Span span) throws IOException {
    CodedInputStream in = in(span);
    long id = 0;
    long lat = 0;
    long lon = 0;
    Span keys = Span.NONE;
    Span values = Span.NONE;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == ID) {
        id = in.readSInt64();
      } else if (tag == KEYS) {
        keys = span(in, span.from);
      } else if (tag == VALUES) {
        values = span(in, span.from);
      } else if (tag == varintField(8)) {
        lat = in.readSInt64();
      } else if (tag == varintField(9)) {
        lon = in.readSInt64();
      } else {
        skip(in, tag);
      }
    }
    return node(id, lon, lat, tags(keys, values));
  }

  private OsmItem node(long id, long lon, long lat, Map<String, String> tags) {
    int x = place(lonOffset, lon, 180);
    int y = place(latOffset, lat, 90);
    boolean somewhere = x != OsmPlaces.NOWHERE && y != OsmPlaces.NOWHERE;
    return new OsmItem.Node(id, somewhere ? x : OsmPlaces.NOWHERE, somewhere ? y : 0, tags);
  }

  /** Counted in {@link #granularity} nanodegrees; in 1e-7 degrees. */
  private int place(long offset, long value, int most) {
    double degrees = 1e-9 * ((double) offset + (double) granularity * value);
    return Math.abs(degrees) <= most
        ? (int) Math.round(degrees * OsmPlaces.PER_DEGREE)
        : OsmPlaces.NOWHERE;
  }

  private OsmItem way(Span span) throws IOException {
    CodedInputStream in = in(span);
    long id = 0;
    Span keys = Span.NONE;
    Span values = Span.NONE;
    long[] nodes = new long[0];
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == ID) {
        id = in.readInt64();
      } else if (tag == KEYS) {
        keys = span(in, span.from);
      } else if (tag == VALUES) {
        values = span(in, span.from);
      } else if (tag == bytesField(8)) {
        nodes = deltas(span(in, span.from), ReadLimits.Setting.COORDINATES, "nodes of way " + id);
      } else {
        skip(in, tag);
      }
    }
    return new OsmItem.Way(id, nodes, tags(keys, values));
  }

  private OsmItem relation(Span span) throws IOException {
    CodedInputStream in = in(span);
    long id = 0;
    Span keys = Span.NONE;
    Span values = Span.NONE;
    Span roles = Span.NONE;
    Span types = Span.NONE;
    long[] refs = new long[0];
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == ID) {
        id = in.readInt64();
      } else if (tag == KEYS) {
        keys = span(in, span.from);
      } else if (tag == VALUES) {
        values = span(in, span.from);
      } else if (tag == bytesField(8)) {
        roles = span(in, span.from);
      } else if (tag == bytesField(9)) {
        refs = deltas(span(in, span.from), ReadLimits.Setting.PARTS, "members of relation " + id);
      } else if (tag == bytesField(10)) {
        types = span(in, span.from);
      } else {
        skip(in, tag);
      }
    }
    List<OsmItem.Member> members = new ArrayList<>(refs.length);
    CodedInputStream role = in(roles);
    CodedInputStream type = in(types);
    for (long ref : refs) {
      members.add(new OsmItem.Member(memberType(type.readEnum()), ref, string(role.readInt32())));
    }
    return new OsmItem.Relation(id, members, tags(keys, values));
  }

  private static OsmItem.MemberType memberType(int code) throws IOException {
    return switch (code) {
      case 0 -> OsmItem.MemberType.NODE;
      case 1 -> OsmItem.MemberType.WAY;
      case 2 -> OsmItem.MemberType.RELATION;
      default -> throw new InvalidProtocolBufferException("member type " + code + ".");
    };
  }

  private long[] deltas(Span span, ReadLimits.Setting setting, String what) throws IOException {
    long most = limits.of(setting);
    CodedInputStream in = in(span);
    long[] values = new long[Math.min(span.length, 16)];
    int count = 0;
    long value = 0;
    while (!in.isAtEnd()) {
      if (count == most) {
        throw new Beyond(
            "there are more than " + most + " " + what + " (" + setting.variable() + ")");
      }
      values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
      value += in.readSInt64();
      values[count++] = value;
    }
    return Arrays.copyOf(values, count);
  }

  private Map<String, String> tags(Span keys, Span values) throws IOException {
    if (keys.length == 0) {
      return Map.of();
    }
    Map<String, String> tags = new LinkedHashMap<>();
    CodedInputStream key = in(keys);
    CodedInputStream value = in(values);
    while (!key.isAtEnd()) {
      put(tags, key.readUInt32(), value.readUInt32());
    }
    return tags;
  }

  private void put(Map<String, String> tags, int key, int value) throws IOException {
    if (tags.size() == MOST_TAGS) {
      throw new Beyond("an item has more than " + MOST_TAGS + " tags");
    }
    tags.putIfAbsent(string(key), string(value));
  }

  /** Nodes packed side by side: ids, latitudes, longitudes, and one run of tags for all. */
  private final class Dense {
    private final CodedInputStream ids;
    private final CodedInputStream lats;
    private final CodedInputStream lons;
    private final CodedInputStream tags;
    private long id;
    private long lat;
    private long lon;

    Dense(Span span) throws IOException {
      Span idSpan = Span.NONE;
      Span latSpan = Span.NONE;
      Span lonSpan = Span.NONE;
      Span tagSpan = Span.NONE;
      CodedInputStream in = in(span);
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (tag == bytesField(1)) {
          idSpan = span(in, span.from);
        } else if (tag == bytesField(8)) {
          latSpan = span(in, span.from);
        } else if (tag == bytesField(9)) {
          lonSpan = span(in, span.from);
        } else if (tag == bytesField(10)) {
          tagSpan = span(in, span.from);
        } else {
          skip(in, tag);
        }
      }
      this.ids = in(idSpan);
      this.lats = in(latSpan);
      this.lons = in(lonSpan);
      this.tags = in(tagSpan);
    }

    @Nullable OsmItem next() throws IOException {
      if (ids.isAtEnd()) {
        return null;
      }
      id += ids.readSInt64();
      lat += lats.readSInt64();
      lon += lons.readSInt64();
      return node(id, lon, lat, tagsOfNext());
    }

    /** Keys and values in turn up to a 0; none at all where no node of the group has any. */
    private Map<String, String> tagsOfNext() throws IOException {
      Map<String, String> own = Map.of();
      while (!tags.isAtEnd()) {
        int key = tags.readInt32();
        if (key == 0) {
          break;
        }
        own = own.isEmpty() ? new LinkedHashMap<>() : own;
        put(own, key, tags.readInt32());
      }
      return own;
    }
  }
}
