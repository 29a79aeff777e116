// @ts-check
import { Beside } from './beside.js';
import { OtherSide } from './otherside.js';
import { Swipe } from './swipe.js';

/** Two states of the city side by side; what is tried on the map is in trial.js. @param {import('../main.js').Page} page */
export function installSuppose({ store, view, element, failed }) {
  new OtherSide(store, failed);
  const beside = new Beside(element('beside'), store, failed);
  new Swipe(view, store, beside.names);
  document.addEventListener('keydown', (event) => {
    const { against, trying, data, report, showing, rank, community, facility, asked } = store.state;
    // The last thing to leave: whatever was opened over it goes first.
    const free = [data, report, showing, rank, community, facility, asked].every((one) => one === null) && !trying;
    if (event.key === 'Escape' && against !== null && free) beside.leave();
  });
}
