package org.gapmap.domain;

/**
 * Where a number comes from.
 *
 * @param year 0 where it is not known
 * @param localChoice the number is a planner's choice, not the standard's
 * @param noteZh what a reader of the number should know, in Chinese; may be empty
 * @param noteEn the same in English
 */
public record Citation(
    LocalizedText clause,
    LocalizedText source,
    int year,
    Verification verification,
    boolean localChoice,
    String noteZh,
    String noteEn) {}
