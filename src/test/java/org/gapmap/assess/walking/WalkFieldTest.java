package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.gapmap.geo.Geocentric;
import org.junit.jupiter.api.Test;

class WalkFieldTest {
  @Test
  void aPlaceAndAFacilityOnTheSameEdgeMeetThere() {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    builder.add(7, new double[] {121.5, 31.2, 121.51, 31.2}, 0);
    StreetGraph graph = builder.build();
    NearestStreet nearest = NearestStreet.of(graph);
    Doors place = Doors.of(Objects.requireNonNull(nearest.find(121.502, 31.2005, 150)));
    Doors facility = Doors.of(Objects.requireNonNull(nearest.find(121.503, 31.2, 150)));
    WalkField field = WalkField.from(graph, List.of(facility));
    assertThat(graph.street(0)).isEqualTo(7);
    assertThat(field.metres(place))
        .isCloseTo(
            Geocentric.metres(121.502, 31.2, 121.503, 31.2)
                + Geocentric.metres(121.502, 31.2005, 121.502, 31.2),
            within(0.02));
    assertThat(field.nearest(place)).isZero();
  }
}
