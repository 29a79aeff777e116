// @ts-check
// Apart from vendor.js, since a worker reads tiles too and has no window for Leaflet to look at.
export { default as Pbf } from '../webjars/pbf/4.0.1/index.js';
