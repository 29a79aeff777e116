package org.gapmap.assess.walking;

import java.util.Arrays;

/** Doors being gathered. */
final class DoorList {
  private int[] edge = new int[4];
  private double[] along = new double[4];
  private double[] leg = new double[4];
  private int count;

  void add(OnStreet door) {
    add(door.edge(), door.along(), door.metres());
  }

  /** The doors of a waypoint, so many metres farther. */
  void addAll(Doors doors, double metres) {
    for (int i = 0; i < doors.count(); i++) {
      add(doors.edge()[i], doors.along()[i], metres + doors.leg()[i]);
    }
  }

  /** Of two at the same point of a street the one with the shorter leg stays. */
  private void add(int newEdge, double newAlong, double newLeg) {
    for (int i = 0; i < count; i++) {
      if (edge[i] == newEdge && along[i] == newAlong) {
        leg[i] = Math.min(leg[i], newLeg);
        return;
      }
    }
    if (count == edge.length) {
      edge = Arrays.copyOf(edge, 2 * count);
      along = Arrays.copyOf(along, 2 * count);
      leg = Arrays.copyOf(leg, 2 * count);
    }
    edge[count] = newEdge;
    along[count] = newAlong;
    leg[count++] = newLeg;
  }

  boolean isEmpty() {
    return count == 0;
  }

  Doors toDoors() {
    return count == 0
        ? Doors.NONE
        : new Doors(
            Arrays.copyOf(edge, count), Arrays.copyOf(along, count), Arrays.copyOf(leg, count));
  }
}
