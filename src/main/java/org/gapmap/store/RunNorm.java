package org.gapmap.store;

import org.gapmap.domain.LocalizedText;

/**
 * The capacity norm that a run's answers for one kind were made by.
 *
 * @param amount how much of {@link #unit} one basis needs
 * @param basis as its code: {@code per_1000_persons}
 * @param clause in both languages, as {@code 中文 / English}
 * @param verification how far the norm has been checked, as its code
 */
public record RunNorm(
    double amount, LocalizedText unit, String basis, String clause, String verification) {}
