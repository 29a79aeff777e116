package org.gapmap.domain;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a facility looks like a part of a school or a university, by its name. Such grounds may
 * be closed to residents: where a file does not say who may use them, counting them makes a map
 * green that is not.
 */
public final class SchoolGrounds {
  private static final Pattern SCHOOL =
      Pattern.compile(
          "大学|学院|中学|小学|高中|初中|学校|校区|附中|附小|职校|技校|党校" + "|\\b(university|college|school|campus)\\b",
          Pattern.CASE_INSENSITIVE);

  // Named after a school, yet open by purpose: courses for the old, roads, stops, housing.
  private static final Pattern NOT_A_SCHOOL =
      Pattern.compile(
          "(老年|社区|家长|市民)(大学|学院|学校)|大学(生)?(路|城|里|站|公寓|创业)|学院(路|里)"
              + "|中学路|小学路|\\b(university|college|school) (road|street|avenue)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<TargetGroup> PUPILS =
      Set.of(TargetGroup.INFANTS_0_3, TargetGroup.CHILDREN_3_6, TargetGroup.CHILDREN_6_12);

  private SchoolGrounds() {}

  /** Whether the name, in Chinese or English, is that of a school's or a university's ground. */
  public static boolean named(String facilityName) {
    return SCHOOL.matcher(NOT_A_SCHOOL.matcher(facilityName).replaceAll(" ")).find();
  }

  /**
   * Whether a facility of this kind and access is to be doubted: the access is unknown, the name is
   * a school's, and the kind is not one for pupils anyway.
   */
  public static boolean suspect(ServiceKind kind, FacilityAccess access, String facilityName) {
    return access == FacilityAccess.UNKNOWN && !isSchool(kind) && named(facilityName);
  }

  private static boolean isSchool(ServiceKind kind) {
    return PUPILS.contains(kind.targetGroup()) || named(kind.name().zh());
  }
}
