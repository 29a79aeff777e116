package org.gapmap.assess.walking;

/**
 * A way into a part of a compound.
 *
 * @param part of {@link CompoundParts}
 * @param known the number of the gate that was given; negative where none was
 * @param onInnerWay whether a way leads from here into the compound, so that residents with mapped
 *     ways come along it, and not straight
 * @param doors from the gate onto the streets; none where no street is near it
 */
public record CompoundGate(
    double lon,
    double lat,
    GateSource source,
    int part,
    int known,
    boolean onInnerWay,
    Doors doors) {}
