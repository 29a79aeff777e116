// @ts-check
// Walking is fetched once the first map is painted: nothing of it is needed for that.

/**
 * @param {import('../main.js').Page} page
 */
export function comeLater(page) {
  let coming = false;
  page.store.on(['coverage'], ({ coverage }) => {
    if (coming || !coverage) return;
    coming = true;
    import('./walk.js').then(({ installWalk }) => installWalk(page), page.failed);
  });
}

/** How walking was measured: a page of the report, whose words come with the rest of walking. */
export class NetworkPage {
  name = 'walking';
  keys = /** @type {(keyof import('../state.js').State)[]} */ (['walkHere', 'kind', 'mode', 'radius', 'cutOff']);
  /** @type {import('./network.js').Network | null} */
  #network = null;

  /**
   * @param {import('../state.js').Store} store
   * @param {(id: number) => void} open
   * @param {(error: unknown) => void} failed
   */
  constructor(store, open, failed) {
    this.store = store;
    this.open = open;
    this.failed = failed;
  }

  /** @param {HTMLElement} element @param {import('../state.js').State} state */
  render(element, state) {
    if (!state.walkHere) return;
    if (this.#network) {
      this.#network.render(element, state);
      return;
    }
    import('./network.js').then(({ Network }) => {
      this.#network ??= new Network(this.store, this.open, this.failed);
      if (element.isConnected) this.#network.render(element, this.store.state);
    }, this.failed);
  }
}
