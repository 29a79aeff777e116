package org.gapmap.store;

import java.util.Optional;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.TargetGroup;

/**
 * A run's answers for one kind.
 *
 * @param group whom the kind is for
 * @param unit what the quantity gap counts; empty where the row has no capacity norm
 */
public record RunKind(
    RunRule rule, TargetGroup group, Optional<LocalizedText> unit, RunColumns columns) {}
