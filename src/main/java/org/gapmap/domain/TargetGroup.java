package org.gapmap.domain;

/** Whom a kind of service is for. */
public enum TargetGroup {
  ALL,
  ELDERLY_60,
  INFANTS_0_3,
  CHILDREN_3_6,
  CHILDREN_6_12
}
