package org.gapmap.store;

/** The import was told to stop, and stores nothing. */
public final class ImportStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImportStopped() {
    super("the import was stopped");
  }
}
