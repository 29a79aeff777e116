package org.gapmap.tile;

/**
 * The square of web maps (EPSG:3857), 2^32 units wide, as signed numbers around its middle: x
 * eastward from -2^31 at 180 degrees west, y southward from -2^31 at 85.05 degrees north. A unit is
 * under a centimetre.
 */
final class WorldSquare {
  /** Pixels across a tile, as a page draws it. */
  static final int PIXELS_PER_TILE = 256;

  private static final double WIDTH = 0x1p32;

  private WorldSquare() {}

  static int x(double lon) {
    return fit((lon / 360 + 0.5) * WIDTH);
  }

  static int y(double lat) {
    double sin = Math.sin(Math.toRadians(lat));
    return fit((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * WIDTH);
  }

  /** Units across a tile of this zoom, from 0 to 22. */
  static long tileWidth(int zoom) {
    return 1L << (32 - zoom);
  }

  /** Units across a pixel of this zoom. */
  static long pixel(int zoom) {
    return tileWidth(zoom) / PIXELS_PER_TILE;
  }

  /** The west or north edge of a column or row of tiles. */
  static long edge(int zoom, int number) {
    return number * tileWidth(zoom) - (1L << 31);
  }

  private static int fit(double fromEdge) {
    return (int)
        Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.rint(fromEdge - WIDTH / 2)));
  }
}
