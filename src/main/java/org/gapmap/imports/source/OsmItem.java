package org.gapmap.imports.source;

import java.util.List;
import java.util.Map;

/** A node, way or relation as it stands in an OpenStreetMap extract. */
sealed interface OsmItem {
  long id();

  /** Without those that say nothing; keys are unique. */
  Map<String, String> tags();

  /** {@code node/1}, {@code way/2}, {@code relation/3}: what OpenStreetMap's own site calls it. */
  String key();

  /**
   * A place.
   *
   * @param lon in 1e-7 degrees, or {@link OsmPlaces#NOWHERE}
   * @param lat in 1e-7 degrees
   */
  record Node(long id, int lon, int lat, Map<String, String> tags) implements OsmItem {
    @Override
    public String key() {
      return "node/" + id;
    }
  }

  /**
   * A line or ring through nodes. The array belongs to the way and is not changed.
   *
   * @param nodes ids in drawing order
   */
  @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of ways: boxes would be dear
  record Way(long id, long[] nodes, Map<String, String> tags) implements OsmItem {
    @Override
    public String key() {
      return "way/" + id;
    }

    boolean isClosed() {
      return nodes.length >= 4 && nodes[0] == nodes[nodes.length - 1];
    }
  }

  /** Things that belong together. */
  record Relation(long id, List<Member> members, Map<String, String> tags) implements OsmItem {
    public Relation {
      members = List.copyOf(members);
    }

    @Override
    public String key() {
      return "relation/" + id;
    }

    /** Whether its member ways are the outlines of one area. */
    boolean isArea() {
      String type = tags.getOrDefault("type", "");
      return type.equals("multipolygon") || type.equals("boundary");
    }
  }

  /** What a member of a relation is. */
  enum MemberType {
    NODE,
    WAY,
    RELATION
  }

  /** One member of a relation. */
  record Member(MemberType type, long ref, String role) {}
}
