package org.gapmap.generate;

import org.locationtech.jts.geom.Coordinate;

/**
 * A house or a floor that stands empty and could take a service.
 *
 * @param costTenThousandYuan to make it fit for use
 * @param flue whether cooking fumes can be led over the roof, without which no canteen
 */
record IdlePremises(
    Coordinate at,
    String name,
    int areaSqm,
    int floor,
    int costTenThousandYuan,
    String owner,
    String readiness,
    boolean flue,
    String address) {}
