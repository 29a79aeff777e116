// @ts-check
// The tabs of the data room, which are fetched when one is first opened.
export { Importer } from './importer.js';
export { KeptLayers } from './keptlayers.js';
export { WorkList } from './worklist.js';
