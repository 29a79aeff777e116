package org.gapmap.assess;

import org.gapmap.domain.Facility;

/**
 * A facility that was looked at for a community, whether or not it counts there.
 *
 * @param metres from the nearest point of the community, 0 inside; on foot from the nearest of the
 *     places that stand for its area, NaN where there is no way
 * @param way from there to the facility
 * @param reachMetres how far this facility reaches, in the way that the answer measures
 * @param verdict whether it counts, or the first reason why it doesn't
 * @param share of the community's area that it would serve alone, in [0, 1]; NaN where it does not
 *     count
 * @param sizeUnknown whether the row asks for a size that nobody gave; it counts all the same
 */
public record Considered(
    Facility facility,
    double metres,
    Way way,
    double reachMetres,
    Verdict verdict,
    double share,
    boolean sizeUnknown) {

  public boolean counted() {
    return verdict == Verdict.COUNTED;
  }
}
