package org.gapmap.store;

/** A server that others run: nothing of it is started or stopped here. */
record ExistingServer(DatabaseAddress address) implements DatabaseHost {
  @Override
  public void close() {}
}
