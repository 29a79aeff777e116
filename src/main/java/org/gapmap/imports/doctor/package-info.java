/** What a file is and what is wrong with it, before anything of it is stored. */
@NullMarked
package org.gapmap.imports.doctor;

import org.jspecify.annotations.NullMarked;
