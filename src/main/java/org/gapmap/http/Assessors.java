package org.gapmap.http;

import org.gapmap.assess.Assessor;
import org.gapmap.standards.KindCatalogue;

/**
 * Who answers for which version: an assessor keeps one version of a city, and a page may look at
 * two in turn, so that those gone by have one of their own.
 */
final class Assessors {
  private final QuerySources sources;
  private final Assessor current;
  private final Assessor past;

  Assessors(QuerySources sources, KindCatalogue kinds, Assessor current) {
    this.sources = sources;
    this.current = current;
    this.past = new Assessor(kinds);
  }

  Assessor of(CoverageQuery query) {
    return sources.earlier(query.city()) ? past : current;
  }
}
