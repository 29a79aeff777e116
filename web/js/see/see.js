// @ts-check
import { boundsOf } from '../communities.js';
import { FADED } from '../palette.js';
import { paintsNow, scheme } from './classes.js';
import { outOfReachNow } from './dots.js';
import { uncoveredNow } from './hatch.js';
import { installLayers } from './layers.js';

/** What the map draws besides the communities’ colours, and how they are coloured. @param {import('../main.js').Page} page */
export function installSee({ store, view, element }) {
  installLayers(element('layers'), store);

  store.on(['kind', 'shade'], (state) => {
    const classes = scheme(state);
    if ([...state.filter].some((one) => !classes.includes(one))) store.set({ filter: '' });
  });

  let queued = false;
  /** Once a frame, however often the slider tells, and after the colours, which are waited for. */
  const hatch = () => {
    if (queued) return;
    queued = true;
    requestAnimationFrame(() => setTimeout(() => {
      queued = false;
      const { state } = store;
      const wanted = state.extras.split(',').includes('hatch');
      view.communities?.setUncovered(wanted ? uncoveredNow(state, paintsNow(state) ?? [], FADED) : null);
    }));
  };
  store.on(['extras', 'radius', 'coverage', 'facilities', 'supposed', 'draft', 'index', 'kind', 'filter', 'renovation', 'area', 'standard'], hatch);
  view.map.on('moveend', () => view.communities?.hatchWhatIsSeen());

  store.on(['extras', 'ranking', 'coverage', 'filter', 'renovation', 'area', 'index', 'kind', 'drawn'], (state) => {
    const { extras, index } = state;
    // At once and not with the next picture: what is guessed later goes by the shares of this moment.
    outOfReachNow(state);
    if (!index || !extras.split(',').includes('dots')) view.dots.remove();
    else view.dots.addTo(view.map);
    view.dots.redraw();
  });

  // A link that names a place as well is looked at there.
  let lastArea = store.state.at ? store.state.area : null;
  store.on(['area', 'index'], ({ area, index }) => {
    if (!index || area === lastArea) return;
    lastArea = area;
    const bbox = index.areas?.find((one) => one.key === area)?.bbox;
    if (bbox) view.flyTo(boundsOf(bbox));
    else if (area === null) view.showCity();
  });

  addEventListener('beforeprint', () => view.patterned(true));
  addEventListener('afterprint', () => view.patterned(false));
}
