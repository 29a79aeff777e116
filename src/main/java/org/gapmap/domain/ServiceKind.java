package org.gapmap.domain;

import java.util.List;

/**
 * A kind of service, or a group of kinds.
 *
 * @param id snake case, as in the standards: {@code elderly_canteen}
 * @param aliases what offices' files call it, in any language
 * @param icon one character that stands for it on the map
 * @param capacityUnit what its capacity counts, in both languages (places, diners, beds, m2)
 * @param members ids of the kinds that this one groups; empty for a plain kind
 */
public record ServiceKind(
    String id,
    LocalizedText name,
    List<String> aliases,
    TargetGroup targetGroup,
    String icon,
    LocalizedText capacityUnit,
    List<String> members) {
  public ServiceKind {
    if (!id.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("kind id '" + id + "' is not lower snake case");
    }
    aliases = List.copyOf(aliases);
    members = List.copyOf(members);
  }
}
