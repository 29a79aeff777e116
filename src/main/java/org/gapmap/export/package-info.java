/** Results out, for spreadsheets and reports. */
@NullMarked
package org.gapmap.export;

import org.jspecify.annotations.NullMarked;
