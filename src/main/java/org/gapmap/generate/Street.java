package org.gapmap.generate;

import org.locationtech.jts.geom.LineString;

/** A street's axis, metres in the town's own plane. */
record Street(LineString axis, StreetClass kind, String name) {}
