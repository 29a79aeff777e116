// @ts-check

const MANY_PARTS = 8;

/**
 * A point, which stands for what is smaller than a pixel, is a square of one.
 *
 * @param {import('./mvt.js').TileFeature} feature
 * @returns {Path2D}
 */
export function pathOf(feature) {
  const path = new Path2D();
  if (feature.type === 1) {
    for (const [x, y] of feature.parts) path.rect(x - 0.5, y - 0.5, 1, 1);
    return path;
  }
  for (const part of feature.parts) {
    for (let i = 0; i < part.length; i += 2) {
      if (i === 0) path.moveTo(part[0], part[1]);
      else path.lineTo(part[i], part[i + 1]);
    }
    if (feature.type !== 3) continue;
    // Closing has Chromium measure the whole path, so that land of thousands of parts took seconds.
    if (feature.parts.length <= MANY_PARTS) path.closePath();
    else path.lineTo(part[0], part[1]);
  }
  return path;
}
