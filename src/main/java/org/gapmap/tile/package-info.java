/**
 * Vector tiles from shapes held in memory, pure: projected and told from which zoom each vertex
 * matters once for a layer, then cut, clipped and written tile by tile.
 */
@NullMarked
package org.gapmap.tile;

import org.jspecify.annotations.NullMarked;
