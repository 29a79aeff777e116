package org.gapmap.store;

/** One import under way, in one transaction. Rows stream through COPY. Not for several threads. */
public interface LayerImport extends AutoCloseable {
  void addCommunity(NewCommunity community);

  /**
   * @param kind a service kind's id; one layer version is made per kind that occurs
   */
  void addFacility(String kind, NewFacility facility);

  /** A candidate site. */
  void addSite(NewFacility site);

  /** A street or an administrative area. */
  void addShape(NewShape shape);

  /**
   * @param reportJson the import's report as a JSON object, kept with each version
   */
  CommittedImport commit(String reportJson);

  /** Rolls back what was not committed. */
  @Override
  void close();
}
