/** An immutable city and its assessment against a standard. */
@NullMarked
package org.gapmap.assess;

import org.jspecify.annotations.NullMarked;
