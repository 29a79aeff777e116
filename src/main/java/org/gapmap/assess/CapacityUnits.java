package org.gapmap.assess;

import java.util.Arrays;
import org.gapmap.assess.coverage.FloatingCatchment;
import org.gapmap.assess.coverage.FloatingCatchment.Bands;

/**
 * Units of people at one place each, and the facilities that reach them. A unit is a spot, or a
 * whole community that is spread evenly. Everything is a share of the unit's community.
 */
final class CapacityUnits {
  private final InReach reach;
  private final Demand demand;
  private final boolean weighted;
  private int size;
  private int pairs;
  private int[] community = new int[64];
  private double[] shareInReach = new double[64];
  private int[] unit = new int[64];
  private int[] facility = new int[64];
  private double[] metres = new double[64];
  private double[] share = new double[64];
  private double[] weight = new double[64];
  private double[] spotMetres = new double[64];

  /**
   * @param weighted whether {@link #weight} will be asked for
   */
  CapacityUnits(InReach reach, Demand demand, boolean weighted) {
    this.weighted = weighted;
    this.reach = reach;
    this.demand = demand;
  }

  /** The number of units. */
  int size() {
    return size;
  }

  int community(int ofUnit) {
    return community[ofUnit];
  }

  /** Share of the community that the unit is and that any facility reaches. */
  double shareInReach(int ofUnit) {
    return shareInReach[ofUnit];
  }

  /** The number of pairs of a unit and a facility in whose reach it is. */
  int pairs() {
    return pairs;
  }

  int unit(int pair) {
    return unit[pair];
  }

  int facility(int pair) {
    return facility[pair];
  }

  double metres(int pair) {
    return metres[pair];
  }

  /** Share of the community that the pair's facility reaches in its unit. */
  double share(int pair) {
    return share[pair];
  }

  /** The same, weighted by distance: {@link FloatingCatchment#LUO_QI_SLOW}. */
  double weight(int pair) {
    return weight[pair];
  }

  /**
   * Adds a community's units.
   *
   * @param inReach share of its people that any facility reaches
   */
  void add(int ofCommunity, double inReach) {
    Spots spots = demand.spots(ofCommunity);
    if (spots.size() == 0) {
      int whole = addUnit(ofCommunity, inReach);
      reach.forEach(ofCommunity, j -> addEven(whole, ofCommunity, j));
      return;
    }
    int first = size;
    for (int k = 0; k < spots.size(); k++) {
      addUnit(ofCommunity, 0);
    }
    reach.forEach(ofCommunity, j -> addSpots(first, ofCommunity, spots, j));
  }

  private int addUnit(int ofCommunity, double inReach) {
    if (size == community.length) {
      community = Arrays.copyOf(community, 2 * size);
      shareInReach = Arrays.copyOf(shareInReach, 2 * size);
    }
    community[size] = ofCommunity;
    shareInReach[size] = inReach;
    return size++;
  }

  private void addEven(int whole, int ofCommunity, int j) {
    double own = reach.ownShare(j, ofCommunity, 1);
    if (own <= 0) {
      return;
    }
    double near = weighted ? weightOfEven(ofCommunity, j, own) : 0;
    addPair(whole, j, reach.metresToEven(j, ofCommunity), own, near);
  }

  /** The average weight over the community's area. */
  private double weightOfEven(int ofCommunity, int j, double own) {
    Bands bands = FloatingCatchment.LUO_QI_SLOW;
    double sum = 0;
    for (int band = 0; band < bands.count(); band++) {
      double part = bands.upTo(band);
      sum += bands.fallAfter(band) * (part == 1 ? own : reach.ownShare(j, ofCommunity, part));
    }
    return sum;
  }

  private void addSpots(int first, int ofCommunity, Spots spots, int j) {
    double radius = reach.reachMetres(j);
    if (spotMetres.length < spots.size()) {
      spotMetres = new double[2 * spots.size()];
    }
    reach.metresTo(j, ofCommunity, spots, spotMetres);
    for (int k = 0; k < spots.size(); k++) {
      double distance = spotMetres[k];
      double part = spots.amount()[k];
      if (distance <= radius && part > 0) {
        shareInReach[first + k] = part;
        double near = part * FloatingCatchment.LUO_QI_SLOW.at(distance / radius);
        addPair(first + k, j, distance, part, near);
      }
    }
  }

  private void addPair(int ofUnit, int j, double distance, double part, double near) {
    if (pairs == unit.length) {
      unit = Arrays.copyOf(unit, 2 * pairs);
      facility = Arrays.copyOf(facility, 2 * pairs);
      metres = Arrays.copyOf(metres, 2 * pairs);
      share = Arrays.copyOf(share, 2 * pairs);
      weight = Arrays.copyOf(weight, 2 * pairs);
    }
    unit[pairs] = ofUnit;
    facility[pairs] = j;
    metres[pairs] = distance;
    share[pairs] = part;
    weight[pairs++] = near;
  }
}
