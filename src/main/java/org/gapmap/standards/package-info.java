/**
 * Service standards and the catalogue of kinds as data: every row with clause, source, year and
 * verification.
 */
@NullMarked
package org.gapmap.standards;

import org.jspecify.annotations.NullMarked;
