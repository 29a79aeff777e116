/** The program's commands. */
@NullMarked
package org.gapmap.cli;

import org.jspecify.annotations.NullMarked;
