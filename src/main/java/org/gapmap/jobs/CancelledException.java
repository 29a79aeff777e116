package org.gapmap.jobs;

/** The work was told to stop, and left nothing behind. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("cancelled");
  }
}
