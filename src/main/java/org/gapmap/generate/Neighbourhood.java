package org.gapmap.generate;

import org.locationtech.jts.geom.Geometry;

/** A 社区, the area of a residents' committee: a few compounds side by side. */
record Neighbourhood(String name, Subdistrict subdistrict, Geometry shape) {}
