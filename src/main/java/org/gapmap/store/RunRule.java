package org.gapmap.store;

/**
 * The row of the standard that a run's answers for one kind were made by.
 *
 * @param mode {@code straight} or {@code walking}
 * @param clause in both languages, as {@code 中文 / English}
 * @param source likewise
 * @param verification how far the radius has been checked, as its code
 */
public record RunRule(
    String kind,
    double radiusMetres,
    String mode,
    String clause,
    String source,
    int year,
    String verification,
    boolean localChoice) {}
