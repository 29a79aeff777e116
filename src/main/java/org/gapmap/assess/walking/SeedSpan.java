package org.gapmap.assess.walking;

/** How far the states that a search begins with lie apart. */
final class SeedSpan implements DoorTable.Seeds {
  private long least = Long.MAX_VALUE;
  private long most = Long.MIN_VALUE;

  @Override
  public void offer(int node, long state) {
    least = Math.min(least, state);
    most = Math.max(most, state);
  }

  boolean isEmpty() {
    return most < least;
  }

  long least() {
    return least;
  }

  long width() {
    return most - least;
  }
}
