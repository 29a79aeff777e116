/** The page and its API: routes, parameter records, tiles, problem+json. */
@NullMarked
package org.gapmap.http;

import org.jspecify.annotations.NullMarked;
