/** A synthetic city from a seed, for the demonstration and for benchmarks. Pure, until written. */
@NullMarked
package org.gapmap.generate;

import org.jspecify.annotations.NullMarked;
