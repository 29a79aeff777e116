/**
 * An immutable city and its assessment against a standard.
 *
 * <p>{@link org.gapmap.assess.City#service} says which facilities count for a row, and why not
 * ({@link org.gapmap.assess.Verdict}); {@link org.gapmap.assess.ServiceIndex} holds what others
 * build on: who reaches a community, by how much of its area, from how far.
 */
@NullMarked
package org.gapmap.assess;

import org.jspecify.annotations.NullMarked;
