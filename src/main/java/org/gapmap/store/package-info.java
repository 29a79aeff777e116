/** PostGIS: the embedded cluster, the pool, migrations, one store per aggregate. The only SQL. */
@NullMarked
package org.gapmap.store;

import org.jspecify.annotations.NullMarked;
