// @ts-check
// Metres on the ground, on the ellipsoid that CGCS2000 and WGS-84 share for this purpose.
const A = 6378137;
const E2 = 0.0066943799901413;
const RADIANS = Math.PI / 180;

/**
 * Where a walk east and north ends: the radii of curvature in the meridian and in the prime
 * vertical, with the second-order terms; better than 1e-5 of the distance up to 5 km.
 *
 * @param {number} lon degrees
 * @param {number} lat degrees
 * @param {number} east metres
 * @param {number} north metres
 * @returns {[number, number]} lon, lat in degrees
 */
export function offset(lon, lat, east, north) {
  const phi = lat * RADIANS;
  const w2 = 1 - E2 * Math.sin(phi) ** 2;
  const primeVertical = A / Math.sqrt(w2);
  const meridian = (A * (1 - E2)) / w2 ** 1.5;
  const convergence = (east * east * Math.tan(phi)) / (2 * meridian * primeVertical);
  const flattening = (3 * E2 * Math.sin(phi) * Math.cos(phi) * north * north) / (2 * w2 * meridian ** 2);
  const lat2 = phi + north / meridian - convergence - flattening;
  const lon2 = (east / (primeVertical * Math.cos(phi))) * (1 + (north * Math.tan(phi)) / primeVertical);
  return [lon + lon2 / RADIANS, lat2 / RADIANS];
}

/**
 * A circle of true metres: on a Mercator map neither its radius nor its shape is that of the plane.
 *
 * @param {number} lon
 * @param {number} lat
 * @param {number} metres
 * @param {number} [corners]
 * @returns {[number, number][]} lon, lat; not closed
 */
export function circle(lon, lat, metres, corners = 72) {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    return offset(lon, lat, metres * Math.sin(angle), metres * Math.cos(angle));
  });
}
