package org.gapmap.store;

import java.util.Optional;
import org.gapmap.domain.TargetGroup;

/**
 * A run's answers for one kind.
 *
 * @param group whom the kind is for
 * @param sizes how far the row's least sizes have been checked, as its code; empty where it has
 *     none
 * @param norm what the quantity gap is counted by; empty where the row has none
 */
public record RunKind(
    RunRule rule, TargetGroup group, String sizes, Optional<RunNorm> norm, RunColumns columns) {}
