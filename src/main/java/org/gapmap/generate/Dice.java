package org.gapmap.generate;

import java.util.List;

/**
 * Chance from a seed, the same on every machine and every Java: SplitMix64 (Steele, Lea and Flood,
 * OOPSLA 2014) rather than {@code java.util.Random}, whose derived draws have changed between
 * releases.
 */
final class Dice {
  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /** Dice of their own for one part of the work, so that a change there moves nothing else. */
  Dice fork(String part) {
    return new Dice(mix(state ^ mix(part.hashCode())));
  }

  /** In [0, 1). */
  double next() {
    state += 0x9E3779B97F4A7C15L;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * next();
  }

  /** Around 0, within -spread and spread, small values likelier than large ones. */
  double around(double spread) {
    return spread * (next() + next() + next() - 1.5) / 1.5;
  }

  boolean chance(double probability) {
    return next() < probability;
  }

  /** 0 to bound - 1. */
  int below(int bound) {
    return (int) (next() * bound);
  }

  <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }

  /** An index, each as likely as its weight. */
  int pickWeighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = next() * sum;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
