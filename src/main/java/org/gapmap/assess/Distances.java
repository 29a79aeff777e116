package org.gapmap.assess;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.gapmap.domain.Reach;
import org.jspecify.annotations.Nullable;

/**
 * How far it is from a city's communities and homes to the facilities of a row, measured in one
 * way. A limit in metres is always what the row's distance comes to in that way; facilities of
 * different sizes may reach less far, {@link ServiceIndex#reachMetres}. Immutable, and safe for any
 * number of threads; whoever asks of many communities takes a worker of its own for each thread.
 */
interface Distances {
  /** The facilities. */
  ServiceIndex service();

  /** Whether they are walks along streets. */
  boolean walked();

  /** What a row's radius comes to in this way. */
  double metres(Reach reach, double radiusMetres);

  /** The same for what the facilities are derived from; null where they aren't. */
  @Nullable Distances base();

  /** Works out the shares of area within a limit. Keeps scratch space: one per thread. */
  ShareWork shares(double metres);

  /** The communities whose share within a limit facilities that changed may alter. */
  BitSet touched(double metres, List<PlacedFacility> changed);

  /** Who is within a limit. */
  InReach within(City city, double metres);

  /** Which of the facilities that serve someone reach any community, by number. */
  boolean[] reachingAny(double metres);

  /** Finds nearest facilities. Keeps scratch space: one per thread. */
  NearestFinder nearest();

  /** The nearest facility with the way to it; empty where none serves the community. */
  Optional<Nearest> nearest(City city, int community);

  /** Whom one facility reaches where the row's distance comes to some metres. */
  FromFacility from(int j, double metres);

  /**
   * The facilities listed around a community, whether or not they count, the nearest first: all
   * within some metres, and at least some number of them as far as there is a way to them.
   */
  List<Away> around(int community, double metres, int atLeast);

  /** How the shortest way from a community to facility {@code j} runs. */
  Way way(City city, int j, int community);

  /** A facility by its number, and metres to it. */
  record Away(int number, double metres) {}

  /** Gives shares of one community after another. */
  interface ShareWork {
    /**
     * The share of a community's area within reach of a facility that serves it, in [0, 1]; NaN
     * where it can't be told.
     */
    double of(int community);
  }

  /** Finds the nearest serving facility of one community after another. */
  interface NearestFinder {
    /** The lowest number among the nearest; -1 where there is none. */
    int find(int community);

    /** Metres to the last one found; infinite where none was. */
    double metres();
  }

  /** What one facility reaches, whomever it serves. One thread at a time. */
  interface FromFacility extends AutoCloseable {
    /** To the nearest place of a community; may be infinite where that is out of reach. */
    double metresTo(int community);

    /** Share of a community's area in reach, in [0, 1]. */
    double shareOfArea(int community);

    /** Share of people who live at some spots of a community in reach, in [0, 1]. */
    double shareOfPeople(int community, Spots spots);

    @Override
    default void close() {}
  }
}
