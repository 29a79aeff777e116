// @ts-check
/** @typedef {import('./types.js')} _ */

/**
 * What the page shows. The first block is the address of the view and lives in the URL; the second
 * is what the server answered for it; the third is of the moment.
 *
 * @typedef {object} State
 * @property {string | null} city
 * @property {string | null} standard
 * @property {string} kind a kind's id, or 'all'
 * @property {number | null} radius metres; null is the standard's own
 * @property {'zh' | 'en'} lang
 * @property {number | null} community
 * @property {string | null} asked the kind whose verdict on the open community is explained
 * @property {{lon: number, lat: number, zoom: number} | null} at
 * @property {string | null} report the page of the report that lies over the map
 * @property {string | null} data the tab of the data room that lies over the page
 * @property {number | null} scenario id of the scenario that is looked at; null is the city as it is
 * @property {'area' | 'people'} by what a share is a share of
 * @property {string | null} area key of the administrative area that is looked at; null is the whole city
 * @property {'straight' | 'walking' | null} mode how distance is measured; null as the standard's row says
 * @property {'status' | 'share'} shade what a community's colour tells
 * @property {string} extras what else is drawn, a sorted list of 'circles', 'dots', 'hatch' with commas between
 * @property {string} filter the paints of the legend that are shown, one character each; '' is all
 * @property {string} renovation the states of renovation that are looked at, a letter each of n, p, w, r and u; '' is all
 * @property {string | null} against what the map is laid beside: 'base', 'v7' for a data version, 's3' for a scenario
 * @property {'swipe' | 'difference'} how it is laid beside that
 * @property {string | null} facility id of the facility whose sheet is open
 * @property {string | null} rank the column that the table of communities is sorted by, a '-' in front
 *     for the largest first; null where the table is closed
 * @property {string} named words that a name in the table must hold
 * @property {number | null} oldUntil communities built up to this year come first; null does not matter
 * @property {boolean} notesShown whether the list of notes from the site stands in the side panel
 * @property {'print' | 'leaflet' | 'slides' | null} showing what is made for others to see
 * @property {'streets' | 'raster' | 'none'} background
 * @property {string | null} onfoot the list of what passes on paper and fails on foot: 'fails', with ':community:kind' behind it
 *     for the one that the map shows; null where it is closed
 * @property {string | null} opening the kind, or 'all', that one more gate of the open community is asked for
 *
 * @property {import('./types.js').City[] | null} cities
 * @property {import('./types.js').Kind[]} kinds
 * @property {import('./types.js').Standard[]} standards
 * @property {import('./types.js').StandardProblem[]} standardProblems files of the planner's that cannot be used
 * @property {import('./types.js').Index | null} index
 * @property {import('./types.js').Summary | null} summary
 * @property {import('./types.js').Coverage | null} coverage of the selected kind, or of all
 * @property {import('./types.js').Coverage | null} overall that of all kinds, whatever is selected
 * @property {import('./types.js').Facility[]} facilities
 * @property {import('./types.js').Sheet | null} sheet
 * @property {import('./types.js').Gaps | null} gaps
 * @property {import('./types.js').Why | null} why
 * @property {import('./types.js').FacilitySheet | null} facilitySheet
 * @property {import('./types.js').SiteNote[] | null} siteNotes the city's, the latest first; null while not known
 *
 * @property {import('./walk/types.js').Fails | null} fails
 * @property {import('./walk/types.js').GateOffer | null} offer
 * @property {import('./walk/types.js').Gate[] | null} gates those on the screen
 * @property {import('./walk/types.js').CutOff | null} cutOff who cannot be reached on foot
 * @property {boolean} walkHere whether the part of the page for walking has come
 * @property {[number, number][]} laid the places of the path that is being laid
 * @property {'path' | 'street' | null} laying what the next click on the map is for: a path's next point, or the street to close
 * @property {import('./see/scale.js').Drawn} drawn what the map is made of at its zoom level
 * @property {number | null} hover index of the community under the pointer
 * @property {string | null} line kind whose nearest facility is pointed at in the sheet
 * @property {string | null} pointed id of the facility that is pointed at among those considered
 * @property {import('./types.js').ScenarioEdit[] | null} draft edits that are tried and not kept yet; null where nothing is tried
 * @property {import('./types.js').Ranking | null} ranking
 * @property {import('./types.js').Settings | null} settings the administrator's
 * @property {'light' | 'dark'} theme
 * @property {boolean} welcomed whether the first visit's words are out of the way
 * @property {boolean} trying whether a click on the map adds to the draft
 * @property {import('./types.js').DraftAnswer | null} effect what the draft changes, as last answered
 * @property {import('./types.js').Coverage | null} supposed the coverage as the draft has it; null where nothing is tried
 * @property {import('./types.js').Other | null} other what the map is laid beside, once it is there
 * @property {boolean} notesOpen
 * @property {import('./types.js').NoteDraft | null} writing the note that is being written
 * @property {boolean} loading
 * @property {{title: string, detail: string} | null} problem
 * @property {string} announcement
 */

/** @returns {State} */
export function emptyState() {
  return {
    city: null, standard: null, kind: 'all', radius: null, lang: 'zh', community: null, asked: null, at: null,
    report: null, data: null, scenario: null, by: 'area',
    area: null, mode: null, shade: 'status', extras: '', filter: '', renovation: '', against: null, how: 'swipe', facility: null,
    rank: null, named: '', oldUntil: null, notesShown: false, showing: null, background: 'streets', onfoot: null, opening: null,
    cities: null, kinds: [], standards: [], standardProblems: [], index: null, summary: null, coverage: null, overall: null,
    facilities: [], sheet: null, gaps: null, why: null, facilitySheet: null, siteNotes: null, writing: null,
    fails: null, offer: null, gates: null, cutOff: null, walkHere: false, laying: null, laid: [],
    draft: null, ranking: null, settings: null, theme: 'light', welcomed: true,
    drawn: 'communities', hover: null, line: null, pointed: null, trying: false, effect: null, supposed: null, other: null, notesOpen: false, loading: true,
    problem: null, announcement: '',
  };
}

/** Holds the state and tells those who asked which of its parts have changed. */
export class Store {
  /** @type {{keys: (keyof State)[], run: (state: State) => void}[]} */
  #listeners = [];
  /** @type {Set<keyof State>} */
  #changed = new Set();
  #queued = false;

  /** @param {State} state */
  constructor(state) {
    this.state = state;
  }

  /** @param {Partial<State>} patch */
  set(patch) {
    for (const [key, value] of Object.entries(patch)) {
      const name = /** @type {keyof State} */ (key);
      if (this.state[name] !== value) this.#changed.add(name);
    }
    this.state = { ...this.state, ...patch };
    if (this.#changed.size > 0 && !this.#queued) {
      this.#queued = true;
      queueMicrotask(() => this.#tell());
    }
  }

  /**
   * Calls once a batch of changes, however many of the keys are in it.
   *
   * @param {(keyof State)[]} keys
   * @param {(state: State) => void} run
   */
  on(keys, run) {
    this.#listeners.push({ keys, run });
  }

  #tell() {
    const changed = this.#changed;
    this.#changed = new Set();
    this.#queued = false;
    for (const { keys, run } of this.#listeners) {
      if (!keys.some((key) => changed.has(key))) continue;
      try {
        run(this.state);
      } catch (error) {
        // One part that cannot be drawn must not take the others with it.
        reportError(error);
      }
    }
  }
}

/** @param {State} state @returns {import('./types.js').City | null} */
export function currentCity(state) {
  return state.cities?.find((city) => city.city === state.city) ?? null;
}

/** @param {State} state @returns {import('./types.js').Standard | null} */
export function currentStandard(state) {
  return state.standards.find((standard) => standard.id === state.standard) ?? null;
}

/**
 * For each community whether it lies in the area that is looked at; null where that is the whole city.
 *
 * @param {State} state
 * @returns {Uint8Array | null} 1 within, 0 outside
 */
export function within({ index, area }) {
  const n = area === null ? -1 : (index?.areas?.findIndex((one) => one.key === area) ?? -1);
  if (!index || n < 0) return null;
  const column = index.areas[n].level === 'district' ? index.district : index.subdistrict;
  return Uint8Array.from(column, (one) => Number(one === n));
}

/** The selected kind's row of the standard; null for all kinds. @param {State} state */
export function currentRule(state) {
  return currentStandard(state)?.rules.find((rule) => rule.kind === state.kind) ?? null;
}

/** Metres: the slider's, the draft's or the row's own; null for all kinds. @param {State} state @returns {number | null} */
export function currentRadius(state) {
  const rule = currentRule(state);
  const tried = rule && state.draft?.find((edit) => edit.do === 'rule' && edit.kind === rule.kind);
  return state.radius ?? (tried && tried.do === 'rule' ? tried.radiusMetres : null) ?? rule?.radiusMetres ?? null;
}

/** @param {State} state @param {string} id @returns {import('./types.js').Kind} */
export function kindOf(state, id) {
  return (
    state.kinds.find((kind) => kind.id === id) ?? {
      id, name: { zh: id, en: id.replaceAll('_', ' ') }, icon: '·', targetGroup: 'all',
      capacityUnit: { zh: '', en: '' }, members: [],
    }
  );
}
