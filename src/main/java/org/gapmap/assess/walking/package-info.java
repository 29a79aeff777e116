/**
 * On foot, pure: a compact graph of streets, the places on it that are nearest to a point, and the
 * shortest walks along it, from many doors at once, within a limit, or drawn.
 */
@NullMarked
package org.gapmap.assess.walking;

import org.jspecify.annotations.NullMarked;
