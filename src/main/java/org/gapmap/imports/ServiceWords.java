package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;

/** What offices write for a facility's status and access, from {@code imports/words.yaml}. */
final class ServiceWords {
  private final Meanings<FacilityStatus> statuses;
  private final Meanings<FacilityAccess> accesses;

  private ServiceWords(JsonNode root) {
    this.statuses = new Meanings<>(FacilityStatus.class, root.required("status"));
    this.accesses = new Meanings<>(FacilityAccess.class, root.required("access"));
  }

  static ServiceWords load() {
    return new ServiceWords(Vocabulary.words());
  }

  /** Empty where the words say nothing, or two things. */
  Optional<FacilityStatus> status(String text) {
    return statuses.find(text);
  }

  /** Empty where the words say nothing, or two things. */
  Optional<FacilityAccess> access(String text) {
    return accesses.find(text);
  }
}
