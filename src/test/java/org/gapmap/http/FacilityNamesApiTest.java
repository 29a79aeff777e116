package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FacilityNamesApiTest extends ServedCity {
  @Test
  void aFacilityIsFoundByItsNameItsInitialsAndItsPlace() {
    JsonNode names = json("/api/facility-names");
    Map<String, JsonNode> whole = new HashMap<>();
    json("/api/facilities").path("facilities").forEach(f -> whole.put(f.path("id").asText(), f));

    assertThat(names.path("dataVersion")).isEqualTo(json("/api/index").path("dataVersion"));
    assertThat(names.path("id")).hasSameSizeAs(whole.values()).isNotEmpty();
    for (int i = 0; i < names.path("id").size(); i++) {
      JsonNode facility = Objects.requireNonNull(whole.get(names.path("id").path(i).asText()));
      assertThat(names.path("name").path(i)).isEqualTo(facility.path("name"));
      assertThat(names.path("kind").path(i)).isEqualTo(facility.path("kind"));
      assertThat(names.path("place").path(2 * i)).isEqualTo(facility.path("lon"));
      assertThat(names.path("place").path(2 * i + 1)).isEqualTo(facility.path("lat"));
      if (facility.path("name").asText().equals("健身苑")) {
        assertThat(names.path("initials").path(i).asText()).isEqualTo("jsy");
      }
    }
  }
}
