package org.gapmap.store;

/**
 * The row of the standard that a run's answers for one kind were made by.
 *
 * @param mode how distances were measured: {@code straight}, {@code walked} along streets, or
 *     {@code estimated}, a walk that was taken for a straight line; {@code walking} in runs of the
 *     time before streets were walked, when all were estimated
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
