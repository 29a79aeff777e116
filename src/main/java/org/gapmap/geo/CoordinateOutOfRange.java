package org.gapmap.geo;

/** A coordinate that its declared system can't hold: a row's fault, to be refused as such. */
public final class CoordinateOutOfRange extends RuntimeException {
  public CoordinateOutOfRange(String message) {
    super(message);
  }

  public CoordinateOutOfRange(String message, Throwable cause) {
    super(message, cause);
  }
}
