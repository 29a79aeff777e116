package org.gapmap.assess.coverage;

import java.util.Arrays;

/**
 * Floating catchments: how much supply there is for each person, where supplies serve all who can
 * reach them and people use all that they can reach.
 *
 * <p>The two-step method (2SFCA: Radke and Mu 2000, Luo and Wang 2003) divides each supply by the
 * demand within its catchment, and adds up for each place the ratios within its own: A_i = sum_j
 * w_ij S_j / sum_k w_kj D_k. With weights of 1 within a cutoff and 0 beyond it is the plain form;
 * with weights that fall from band to band the enhanced one (E2SFCA: Luo and Qi 2009). The balanced
 * form (BFCA: Paez, Higgins and Vivona 2019) first makes each person's weights add up to 1, so that
 * nobody counts twice, and each supply's, so that none is given out twice.
 *
 * <p>In the two-step forms the demand-weighted sum of access is the supply that anyone reaches.
 */
public final class FloatingCatchment {
  /**
   * The weights of three equal bands of the distance, nearest first: the slow decline of Luo and Qi
   * (2009), a Gaussian curve at the middles of their bands.
   */
  public static final Bands LUO_QI_SLOW = Bands.equal(1, 0.68, 0.22);

  private final double[] demand;
  private final double[] supply;
  private int[] of = new int[64];
  private int[] by = new int[64];
  private double[] weight = new double[64];
  private int pairs;

  /** Weights that fall from band to band of the distance. */
  public static final class Bands {
    private final double[] upTo;
    private final double[] weights;

    private Bands(double[] upTo, double[] weights) {
      this.upTo = upTo;
      this.weights = weights;
    }

    public int count() {
      return weights.length;
    }

    /** A band's outer edge, as a share of the radius. */
    public double upTo(int band) {
      return upTo[band];
    }

    public double weight(int band) {
      return weights[band];
    }

    /** How much a band's weight is above the next one's; the last one's is its own. */
    public double fallAfter(int band) {
      return weights[band] - (band + 1 < weights.length ? weights[band + 1] : 0);
    }

    static Bands equal(double... weights) {
      double[] upTo = new double[weights.length];
      for (int band = 0; band < upTo.length; band++) {
        upTo[band] = (band + 1.0) / upTo.length;
      }
      return new Bands(upTo, weights);
    }

    /** The weight at a distance, as a share of the radius; 0 beyond it. */
    public double at(double distance) {
      for (int band = 0; band < upTo.length; band++) {
        if (distance <= upTo[band]) {
          return weights[band];
        }
      }
      return 0;
    }
  }

  /**
   * @param demand people at each place
   * @param supply what each facility offers, in any unit
   */
  public FloatingCatchment(double[] demand, double[] supply) {
    this.demand = demand.clone();
    this.supply = supply.clone();
  }

  /** Says how strongly place i can use facility j; a weight of 0 or less says not at all. */
  public void add(int i, int j, double w) {
    if (!(w > 0)) {
      return;
    }
    if (pairs == of.length) {
      of = Arrays.copyOf(of, 2 * pairs);
      by = Arrays.copyOf(by, 2 * pairs);
      weight = Arrays.copyOf(weight, 2 * pairs);
    }
    of[pairs] = i;
    by[pairs] = j;
    weight[pairs++] = w;
  }

  /** Supply for each person by place, by the two-step method; 0 where nothing is reached. */
  public double[] access() {
    return access(weight, weight);
  }

  /** The same by the balanced method. */
  public double[] balancedAccess() {
    double[] ofPlace = new double[demand.length];
    double[] ofFacility = new double[supply.length];
    for (int p = 0; p < pairs; p++) {
      ofPlace[of[p]] += weight[p];
      ofFacility[by[p]] += weight[p];
    }
    double[] toPlace = new double[pairs];
    double[] toFacility = new double[pairs];
    for (int p = 0; p < pairs; p++) {
      toPlace[p] = weight[p] / ofPlace[of[p]];
      toFacility[p] = weight[p] / ofFacility[by[p]];
    }
    return access(toPlace, toFacility);
  }

  /** A supply whose catchment holds nobody is shared by no one, and gives access to no one. */
  private double[] access(double[] whenSharing, double[] whenReaching) {
    double[] crowd = new double[supply.length];
    for (int p = 0; p < pairs; p++) {
      crowd[by[p]] += demand[of[p]] * whenSharing[p];
    }
    double[] access = new double[demand.length];
    for (int p = 0; p < pairs; p++) {
      int j = by[p];
      if (crowd[j] > 0) {
        access[of[p]] += supply[j] / crowd[j] * whenReaching[p];
      }
    }
    return access;
  }
}
