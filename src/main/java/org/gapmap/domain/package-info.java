/** The words of the field as records with their invariants. No input or output. */
@NullMarked
package org.gapmap.domain;

import org.jspecify.annotations.NullMarked;
