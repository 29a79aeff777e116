// @ts-check
// The map's library; pbf.js names the other one of the page. Plain relative imports instead of an
// import map: an inline map would need a hole in the content security policy.
export * as L from '../webjars/leaflet/1.9.4/dist/leaflet-src.esm.js';
