package org.gapmap.standards;

import java.util.List;
import java.util.Optional;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;

/**
 * What a profile's file holds.
 *
 * @param file what messages call it
 * @param standard empty where anything in the file is wrong
 * @param examples tiny worlds with the verdict that the standard must give
 * @param faults everything that is wrong, in the order in which it was met
 */
public record StandardFile(
    String file,
    Optional<ServiceStandard> standard,
    List<WorkedExample> examples,
    List<UserError> faults) {
  public StandardFile {
    examples = List.copyOf(examples);
    faults = List.copyOf(faults);
  }

  /**
   * @throws UserError the first fault, where there is any
   */
  ServiceStandard orThrow() {
    return standard.orElseThrow(() -> faults.get(0));
  }
}
