/** Long work: how far it is, stopping it, and what became of it after a crash. */
@NullMarked
package org.gapmap.jobs;

import org.jspecify.annotations.NullMarked;
