// @ts-check
// The two libraries of the page, and the only place that names their versions. Plain relative
// imports instead of an import map: an inline map would need a hole in the content security policy.
export * as L from '../webjars/leaflet/1.9.4/dist/leaflet-src.esm.js';
export { default as Pbf } from '../webjars/pbf/4.0.1/index.js';
