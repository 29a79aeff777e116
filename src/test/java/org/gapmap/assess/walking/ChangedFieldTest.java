package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A field with facilities moved, added and removed is the field of one full search, to the last
 * digit, whatever came before.
 */
class ChangedFieldTest {
  private static final int CHANGES = 80;

  static IntStream towns() {
    return IntStream.range(0, 24);
  }

  @ParameterizedTest
  @MethodSource("towns")
  void changesFindWhatAFullSearchFinds(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StreetGraph graph = new StreetWorld(seed, 3 + 2 * seed, 2 + 4 * seed).graph();
    List<Doors> facilities = new ArrayList<>();
    IntStream.range(0, seed % 12).forEach(k -> facilities.add(somewhere(graph, random)));
    List<Doors> places = IntStream.range(0, 40).mapToObj(i -> somewhere(graph, random)).toList();
    WalkField field = WalkField.from(graph, facilities);
    for (int change = 0; change < CHANGES; change++) {
      WalkField before = field;
      List<Doors> facilitiesBefore = List.copyOf(facilities);
      field = changed(field, facilities, graph, random);
      assertSame(field, WalkField.from(graph, facilities), graph, places);
      if (change % 16 == 0) {
        assertSame(before, WalkField.from(graph, facilitiesBefore), graph, places);
      }
    }
  }

  private static WalkField changed(
      WalkField field, List<Doors> facilities, StreetGraph graph, SplittableRandom random) {
    int which = facilities.isEmpty() ? 0 : random.nextInt(4);
    Doors doors = somewhere(graph, random);
    if (which == 0) {
      facilities.add(doors);
      return field.with(doors);
    }
    int facility = random.nextInt(facilities.size());
    if (which == 1) {
      facilities.set(facility, Doors.NONE);
      return field.without(facility);
    }
    facilities.set(facility, doors);
    return field.moved(facility, doors);
  }

  /** None to three doors, at the very ends of edges and on top of each other now and then. */
  private static Doors somewhere(StreetGraph graph, SplittableRandom random) {
    OnStreet[] doors = new OnStreet[random.nextInt(8) == 0 ? 0 : random.nextInt(1, 4)];
    for (int i = 0; i < doors.length; i++) {
      int edge = random.nextInt(graph.edges());
      double share = random.nextInt(4) == 0 ? random.nextInt(3) / 2.0 : random.nextDouble();
      doors[i] = new OnStreet(edge, share * graph.metres(edge), random.nextInt(3) * 10.0);
    }
    return Doors.of(doors);
  }

  private static void assertSame(
      WalkField field, WalkField full, StreetGraph graph, List<Doors> places) {
    assertThat(field.facilities()).isEqualTo(full.facilities());
    for (int node = 0; node < graph.nodes(); node++) {
      assertThat(field.metres(node)).isEqualTo(full.metres(node));
      assertThat(field.nearest(node)).isEqualTo(full.nearest(node));
    }
    for (Doors place : places) {
      assertThat(field.metres(place)).isEqualTo(full.metres(place));
      assertThat(field.nearest(place)).isEqualTo(full.nearest(place));
      assertThat(field.path(place).map(WalkPath::metres))
          .isEqualTo(full.path(place).map(WalkPath::metres));
    }
  }

  @Test
  void noFacilityIsNoFacility() {
    StreetGraph graph = new StreetWorld(1, 5, 5).graph();
    WalkField field = WalkField.from(graph, List.of());
    Doors place = Doors.of(new OnStreet(0, 0, 0));
    assertThat(field.metres(place)).isInfinite();
    assertThat(field.nearest(place)).isEqualTo(WalkField.NONE);
    assertThat(field.path(place)).isEmpty();
    assertThat(field.with(place).metres(place)).isZero();
    assertThatThrownBy(() -> field.moved(0, place)).hasMessageContaining("no facility 0 of 0");
  }

  @Test
  void ofTwoFacilitiesAtOneDoorTheFirstIsNearest() {
    StreetGraph graph = new StreetWorld(2, 5, 5).graph();
    Doors door = Doors.of(new OnStreet(1, 1, 5));
    Doors place = Doors.of(new OnStreet(0, 0, 0));
    WalkField field = WalkField.from(graph, List.of(Doors.NONE, door, door));
    assertThat(field.nearest(door)).isEqualTo(1);
    assertThat(field.without(1).nearest(door)).isEqualTo(2);
    assertThat(field.without(1).moved(1, door).nearest(door)).isEqualTo(1);
    assertThat(field.without(1).metres(place)).isEqualTo(field.metres(place));
  }
}
