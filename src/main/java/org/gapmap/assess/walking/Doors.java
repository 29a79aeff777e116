package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * The ways from a place onto the streets, any of which may be taken. None: not to be reached.
 *
 * @param edge of each door the edge of the graph
 * @param along metres along it from its {@code from} end
 * @param leg metres from the place to that point
 */
public record Doors(int[] edge, double[] along, double[] leg) {
  /** Of a place that joins no street. */
  public static final Doors NONE = of();

  public Doors {
    if (along.length != edge.length || leg.length != edge.length) {
      throw new IllegalArgumentException(
          edge.length + " edges, " + along.length + " places on them, " + leg.length + " legs");
    }
    for (int i = 0; i < edge.length; i++) {
      if (edge[i] < 0 || !(along[i] >= 0) || !(leg[i] >= 0 && leg[i] < Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "edge " + edge[i] + ", " + along[i] + " m along it, " + leg[i] + " m away");
      }
    }
  }

  public static Doors of(OnStreet... points) {
    return new Doors(
        Arrays.stream(points).mapToInt(OnStreet::edge).toArray(),
        Arrays.stream(points).mapToDouble(OnStreet::along).toArray(),
        Arrays.stream(points).mapToDouble(OnStreet::metres).toArray());
  }

  public int count() {
    return edge.length;
  }

  public boolean none() {
    return edge.length == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Doors doors
        && Arrays.equals(edge, doors.edge)
        && Arrays.equals(along, doors.along)
        && Arrays.equals(leg, doors.leg);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(edge) + Arrays.hashCode(along);
  }

  @Override
  public String toString() {
    return "Doors"
        + Arrays.toString(edge)
        + " along "
        + Arrays.toString(along)
        + " legs "
        + Arrays.toString(leg);
  }
}
