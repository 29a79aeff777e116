/** Benchmarks against rivals in the same run, started by {@code scripts/bench}; no tests. */
@NullMarked
package org.gapmap.bench;

import org.jspecify.annotations.NullMarked;
