// @ts-check
import { abort, get, isAbort, ofVersion, Problem, StaleData } from './api.js';
import { cityOf } from './early.js';
import { said, t } from './i18n.js';
import { currentCity, currentRule, currentStandard } from './state.js';

const SETTLED_AFTER_MS = 160;
const REFRESHES_AT_MOST = 3;

/** Asks the server for what the state wants to show. */
export class App {
  /** The coverage request under way: what it asks for, to tell a newer wish from the same one. */
  #asking = '';
  #settle = 0;
  #refreshes = 0;

  /** @param {import('./state.js').Store} store */
  constructor(store) {
    this.store = store;
    store.on(['city'], () => this.#loadIndex());
    store.on(['index', 'standard', 'by', 'mode', 'scenario'], () => this.#loadOverall());
    store.on(['index', 'standard', 'kind', 'mode', 'scenario'], () => this.#loadFacilities());
    store.on(['index', 'standard', 'kind', 'radius', 'by', 'mode', 'scenario'], () => this.#loadCoverage());
    store.on(['index', 'standard', 'kind', 'radius', 'by', 'mode', 'scenario'], () => this.#settleSoon());
    store.on(['rank', 'extras', 'report'], () => this.loadRanking());
    store.on(['area'], () => {
      this.#loadSummary();
      this.#loadGaps();
    });
    store.on(['community'], () => this.#loadSheet());
    store.on(['community', 'asked', 'radius', 'standard', 'index', 'by', 'mode', 'scenario'], () => this.#loadWhy());
  }

  async start() {
    await this.#guard(async () => {
      this.store.set({ loading: true, problem: null });
      const [cities, kinds, standards, standardProblems] = await Promise.all(
        [get('cities'), get('kinds'), get('standards'), get('standards/problems')]);
      this.store.set({ standardProblems });
      this.#loadSettings();
      this.#adopt(cities, kinds, standards);
    });
  }

  /** The map is there without them. */
  async #loadSettings() {
    await this.#guard(async () => this.store.set({ settings: await get('settings') }));
  }

  /**
   * @param {import('./types.js').City[]} cities
   * @param {import('./types.js').Kind[]} kinds
   * @param {import('./types.js').Standard[]} standards
   */
  #adopt(cities, kinds, standards) {
    const { state } = this.store;
    const city = cityOf(cities, state.city)?.city ?? null;
    const standard = standards.find((one) => one.id === state.standard) ?? standards[0];
    const known = standard?.rules.some((rule) => rule.kind === state.kind && rule.radiusMetres !== null);
    const again = state.city === city && city !== null;
    this.store.set({
      cities, kinds, standards, city, standard: standard?.id ?? null,
      kind: known ? state.kind : 'all', radius: known ? state.radius : null,
      loading: city !== null,
    });
    if (again) this.#loadIndex();
  }

  async #loadIndex() {
    await this.#guard(async () => {
      const city = this.store.state.city;
      const chosen = currentCity(this.store.state);
      if (!chosen) return;
      this.store.set({ loading: true, problem: null, index: null, coverage: null, overall: null, summary: null, gaps: null, ranking: null, facilities: [], sheet: null });
      const index = await get('index', { city }, 'index');
      if (index.dataVersion !== chosen.dataVersion) {
        this.store.set({ cities: await get('cities') });
      }
      this.store.set({ index, loading: false });
      if (this.store.state.community !== null) this.#loadSheet();
    });
  }

  async #loadOverall() {
    await this.#guard(async () => {
      const { index, city, standard, kind } = this.store.state;
      // Where all kinds are looked at, the coverage is what is asked for here.
      if (!index || !standard || kind === 'all') return;
      const overall = await get('coverage', { city, standard, kind: 'all', ...this.#view() }, 'overall');
      this.store.set({ overall: ofVersion(overall, this.store.state.index?.dataVersion) });
    });
  }

  async #loadFacilities() {
    await this.#guard(async () => {
      const { index, city, standard, kind } = this.store.state;
      abort('facilities');
      this.store.set({ facilities: [] });
      if (!index || kind === 'all') return;
      const answer = await get('facilities', { city, standard, kind, mode: this.store.state.mode, scenario: this.store.state.scenario }, 'facilities');
      this.store.set({ facilities: answer.facilities });
    });
  }

  /**
   * While the slider moves one request is under way at a time, and the next one asks for wherever
   * the slider is by then. Aborting at every step instead would starve the map on a slow server.
   */
  async #loadCoverage() {
    const { city, index, standard, kind, radius } = this.store.state;
    if (!index || !standard) return;
    const view = this.#view();
    const subject = `${city} ${index.dataVersion} ${standard} ${kind} ${view.by} ${view.mode} ${view.scenario}`;
    if (this.#asking === subject) return;
    this.#asking = subject;
    await this.#guard(async () => {
      const answer = await get('coverage', { city, standard, kind, radius, ...view }, 'coverage');
      if (this.#asking !== subject) return;
      this.#asking = '';
      const coverage = ofVersion(answer, this.store.state.index?.dataVersion);
      this.#refreshes = 0;
      this.store.set({ coverage, problem: null, ...(kind === 'all' ? { overall: coverage } : {}) });
      if (this.store.state.radius !== radius) requestAnimationFrame(() => this.#loadCoverage());
    }, () => {
      if (this.#asking === subject) this.#asking = '';
    });
  }

  /** What needs no answer at every step of the slider waits until it rests. */
  #settleSoon() {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => {
      this.#loadSummary();
      this.#loadGaps();
      this.#loadSheet();
      this.loadRanking();
    }, this.store.state.summary ? SETTLED_AFTER_MS : 0);
  }

  /** How the city is looked at: by people or area, how distance is measured, as it is or as a scenario has it. */
  #view() {
    const { by, mode, scenario } = this.store.state;
    return { by: by === 'people' ? by : null, mode, scenario };
  }

  #question() {
    const { city, standard, kind, radius } = this.store.state;
    const one = kind === 'all' ? null : kind;
    return { city, standard, kind: one, radius: one === null ? null : radius, ...this.#view() };
  }

  async #loadSummary() {
    await this.#guard(async () => {
      if (!this.store.state.index) return;
      const summary = await get('summary', { ...this.#question(), area: this.store.state.area }, 'summary');
      this.store.set({ summary: ofVersion(summary, this.store.state.index?.dataVersion) });
    });
  }

  async #loadGaps() {
    await this.#guard(async () => {
      if (!this.store.state.index) return;
      const gaps = await get('gaps', { ...this.#question(), area: this.store.state.area, limit: 100 }, 'gaps');
      this.store.set({ gaps: ofVersion(gaps, this.store.state.index?.dataVersion) });
    });
  }

  /** Who is out of reach, for the tables and for the dots: asked for where one of them is open. */
  async loadRanking() {
    const { rank, extras, report, index, radius, kind, ranking } = this.store.state;
    if (!index || (rank === null && report !== 'areas' && !extras.split(',').includes('dots'))) return;
    const question = JSON.stringify([this.#question(), kind, index.dataVersion]);
    if (ranking?.question === question) return;
    await this.#guard(async () => {
      const answer = ofVersion(await get('ranking', { ...this.#question(), kind }, 'ranking'), this.store.state.index?.dataVersion);
      this.store.set({ ranking: { ...answer, question, radius } });
    });
  }

  async #loadSheet() {
    await this.#guard(async () => {
      const { community, index } = this.store.state;
      abort('sheet');
      if (community === null || !index) {
        this.store.set({ sheet: null, line: null });
        return;
      }
      const sheet = await get(`communities/${community}`, this.#question(), 'sheet');
      this.store.set({ sheet: ofVersion(sheet, this.store.state.index?.dataVersion) });
    }, () => this.store.set({ community: null, sheet: null }));
  }

  async #loadWhy() {
    await this.#guard(async () => {
      const { community, asked, index, city, standard, kind, radius } = this.store.state;
      abort('why');
      if (community === null || asked === null || !index) {
        this.store.set({ why: null, pointed: null });
        return;
      }
      const question = { city, standard, kind: asked, radius: asked === kind ? radius : null, ...this.#view() };
      const why = await get(`communities/${community}/why`, question, 'why');
      this.store.set({ why: ofVersion(why, this.store.state.index?.dataVersion) });
    }, () => this.store.set({ asked: null, why: null }));
  }

  /** The server's data moved on under the page: fetch cities and index anew, tiles follow. */
  async refresh() {
    if (this.#refreshes++ >= REFRESHES_AT_MOST) {
      this.store.set({ problem: { title: t('problemTitle'), detail: t('problemOfflineDetail') } });
      return;
    }
    this.#asking = '';
    await this.#guard(async () => {
      const cities = await get('cities');
      this.store.set({ cities, effect: null, announcement: t('dataChanged') });
      await this.#loadIndex();
    });
  }

  /**
   * @param {() => Promise<void>} work
   * @param {() => void} [failed]
   */
  async #guard(work, failed) {
    try {
      await work();
    } catch (error) {
      if (isAbort(error)) return;
      failed?.();
      if (error instanceof StaleData) await this.refresh();
      else if (error instanceof Problem) this.store.set({ problem: inWords(error), loading: false });
      else throw error;
    }
  }

  /** Says on the page what went wrong with a request of one of its parts. @param {unknown} error */
  tell(error) {
    return this.#guard(() => Promise.reject(error));
  }

  /** @param {string} id */
  chooseStandard(id) {
    const standard = this.store.state.standards.find((one) => one.id === id);
    const kept = standard?.rules.some((rule) => rule.kind === this.store.state.kind && rule.radiusMetres !== null);
    const kind = kept ? this.store.state.kind : 'all';
    this.store.set({ standard: id, kind, radius: null, asked: null, summary: null, gaps: null });
  }

  /** @param {string} city */
  chooseCity(city) {
    this.store.set({ city, area: null, facility: null, against: null, scenario: null, community: null, asked: null, radius: null, at: null, trying: false, draft: null });
  }

  /** @param {string} kind */
  chooseKind(kind) {
    this.store.set({ kind, radius: null, gaps: null, line: null });
  }

  /** @param {number | null} radius null is the standard's */
  chooseRadius(radius) {
    const own = currentStandard(this.store.state) && currentRule(this.store.state)?.radiusMetres;
    this.store.set({ radius: radius === own ? null : radius });
  }
}

/** @param {Problem} problem */
function inWords(problem) {
  if (problem.status === 0) return { title: t('problemOffline'), detail: t('problemOfflineDetail') };
  return {
    title: said(problem.title) || t('problemServer', { status: String(problem.status) }),
    detail: said(problem.detail),
  };
}
