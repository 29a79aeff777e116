// @ts-check
import { get, isAbort, Problem, send } from './api.js';
import { fill, h } from './dom.js';
import { said, t } from './i18n.js';
import { renderCheck } from './importcheck.js';
import { ImportMap } from './importmap.js';
import { progressOf } from './importparts.js';
import { renderChoice, renderDone, renderSource } from './importsteps.js';
import { cancel, follow, upload } from './longwork.js';
import { currentCity } from './state.js';

/** @typedef {import('./importtypes.js').Spec} Spec */
/** @typedef {import('./importtypes.js').Job} Job */

/**
 * @typedef {object} Wizard what the steps show
 * @property {'source' | 'choice' | 'check' | 'done'} step
 * @property {string[]} names of the files chosen
 * @property {Spec} spec
 * @property {import('./importtypes.js').Contents | null} contents
 * @property {{folder: string | null, files: {path: string, bytes: number, modified: string}[]} | null} folder
 * @property {{sent: number, total: number} | null} sending
 * @property {Job | null} job under way
 * @property {import('./importtypes.js').Preview | null} preview
 * @property {string | number | null} previewJob where its refused rows are
 * @property {import('./importtypes.js').Report | null} report
 * @property {string | number | null} importJob
 * @property {number | null} placing the row that waits for a click on the map
 * @property {{title: string, detail: string} | null} problem
 */

const AGAIN_AFTER_MS = 350;

/** A file comes in: chosen, said what it is, looked through, put right, imported. */
export class Importer {
  name = 'import';
  /** @type {HTMLElement | null} */
  #element = null;
  /** @type {ReturnType<typeof follow> | null} */
  #following = null;
  #sending = new AbortController();
  #soon = 0;
  /** @type {Wizard} */
  wizard = fresh();

  /**
   * @param {import('./state.js').Store} store
   * @param {() => void} imported told when the city has new data
   */
  constructor(store, imported) {
    this.store = store;
    this.imported = imported;
    this.map = new ImportMap((lon, lat) => this.#placed(lon, lat));
  }

  /** @param {HTMLElement} element @param {import('./state.js').State} state */
  render(element, state) {
    this.#element = element;
    const { wizard } = this;
    const steps = /** @type {const} */ (['source', 'choice', 'check', 'done']);
    const main = h('div', { class: 'data-main' },
      h('ol', { class: 'steps', 'aria-label': t('import_steps') }, ...steps.map((step, i) => h('li', {
        class: step === wizard.step ? 'now' : steps.indexOf(wizard.step) > i ? 'past' : '',
        'aria-current': step === wizard.step ? 'step' : null,
      }, h('span', { class: 'step-number', 'aria-hidden': 'true' }, i + 1), t(/** @type {any} */ (`import_step_${step}`))))),
      wizard.problem && h('div', { class: 'import-problem', role: 'alert' },
        h('strong', {}, said(wizard.problem.title)), h('p', {}, said(wizard.problem.detail))),
      this.#step(state));
    const withMap = wizard.step === 'check';
    element.classList.toggle('with-map', withMap);
    const scrolled = element.querySelector('.import-scroll')?.scrollTop ?? 0;
    fill(element, main, withMap && this.map.element);
    const scroll = element.querySelector('.import-scroll');
    if (scroll) scroll.scrollTop = scrolled;
    if (withMap) this.map.show(state, wizard);
  }

  /** @param {import('./state.js').State} state */
  #step(state) {
    const { wizard } = this;
    if (wizard.step === 'source') {
      if (wizard.folder === null) this.#lookIntoFolder();
      return renderSource(wizard, { files: (files) => this.#send(files), path: (path) => this.#take({ folder: path }, [path]), stop: () => this.#sending.abort() });
    }
    if (wizard.step === 'choice') {
      return renderChoice(wizard, state, { change: (patch) => this.#change(patch, false), back: () => this.restart(), next: () => this.#look() });
    }
    if (wizard.step === 'check') {
      return renderCheck(wizard, state, {
        change: (patch) => this.#change(patch, true),
        look: (lon, lat) => this.map.fly(lon, lat),
        candidates: (crs) => this.map.highlight(crs),
        place: (row) => this.#set({ placing: wizard.placing === row ? null : row }),
        back: () => { this.#leaveJob(); this.#set({ step: 'choice', problem: null }); },
        cancel: () => this.#cancel(),
        again: () => this.#look(),
        run: () => this.#import(),
      });
    }
    return renderDone(wizard, state, {
      another: () => this.restart(),
      map: () => this.store.set({ data: null, city: wizard.spec.city }),
    });
  }

  restart() {
    this.#leaveJob();
    const { folder } = this.wizard;
    this.wizard = { ...fresh(), folder };
    this.#draw();
  }

  #draw() {
    if (this.#element?.isConnected) this.render(this.#element, this.store.state);
  }

  /** @param {Partial<Wizard>} patch */
  #set(patch) {
    Object.assign(this.wizard, patch);
    this.#draw();
  }

  async #lookIntoFolder() {
    this.wizard.folder = { folder: null, files: [] };
    await this.#guard(async () => this.#set({ folder: await get('import-folder') }));
  }

  /** @param {File[]} files */
  async #send(files) {
    if (files.length === 0) return;
    this.#sending = new AbortController();
    this.#set({ sending: { sent: 0, total: files.reduce((sum, file) => sum + file.size, 0) }, problem: null });
    await this.#guard(async () => {
      const id = await upload(files, (sent, total) => this.#set({ sending: { sent, total } }), this.#sending.signal);
      await this.#take({ upload: id }, files.map((file) => file.name));
    });
    this.#set({ sending: null });
  }

  /** @param {Spec['file']} file @param {string[]} names */
  async #take(file, names) {
    await this.#guard(async () => {
      const contents = /** @type {import('./importtypes.js').Contents} */ (await send('POST', 'imports/layers', { file }));
      const own = currentCity(this.store.state);
      const city = own && !own.demonstration ? own.city
        : (this.store.state.cities?.find((one) => !one.demonstration)?.city ?? '');
      this.#set({
        step: 'choice', names, contents, problem: null,
        spec: {
          file, type: contents.suggestedType ?? '', city, source: stem(names), mode: 'replace',
          ...(contents.layers.length > 1 && { layer: contents.layers[0].name }),
        },
      });
    });
  }

  /** @param {Partial<Spec>} patch undefined takes a word back @param {boolean} again whether to look anew */
  #change(patch, again) {
    this.#set({ spec: { ...this.wizard.spec, ...patch }, problem: null });
    if (!again) return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#look(), AGAIN_AFTER_MS);
  }

  async #look() {
    clearTimeout(this.#soon);
    this.#leaveJob();
    const first = this.wizard.step !== 'check';
    this.#set({ step: 'check', problem: null, placing: null, ...(first && { preview: null }) });
    await this.#work('imports/preview', (job) => this.#set({ preview: job.result, previewJob: job.id }));
    // Where nothing could be looked at there is nothing to check: the words that led there are wrong.
    if (this.wizard.problem && !this.wizard.preview) this.#set({ step: 'choice' });
  }

  async #import() {
    await this.#work('imports', (job) => {
      this.#set({ step: 'done', report: job.result, importJob: job.id });
      this.imported();
    });
  }

  /** @param {string} path @param {(job: Job) => void} done */
  async #work(path, done) {
    await this.#guard(async () => {
      const job = /** @type {Job} */ (await send('POST', path, this.wizard.spec));
      this.#set({ job });
      const following = follow(job.id, (now) => this.#showJob(now));
      this.#following = following;
      const ended = await following.ended;
      if (this.#following !== following) return;
      this.#following = null;
      this.wizard.job = null;
      if (ended.state === 'done') done(ended);
      else if (ended.state === 'failed') this.#set({ problem: wordsOf(ended) });
      else this.#draw();
    });
  }

  /** Only the bar is drawn anew: what stands half written in a field must not be lost. @param {Job} job */
  #showJob(job) {
    this.wizard.job = job;
    const slot = this.#element?.querySelector('.job-slot');
    if (slot) fill(slot, progressOf(job, () => this.#cancel()));
  }

  #leaveJob() {
    const { job } = this.wizard;
    this.#following?.leave();
    this.#following = null;
    if (job) cancel(job.id).catch(() => {});
    this.wizard.job = null;
  }

  #cancel() {
    if (this.wizard.job) this.#guard(() => cancel(/** @type {Job} */ (this.wizard.job).id));
  }

  /** @param {number} lon @param {number} lat */
  #placed(lon, lat) {
    const row = this.wizard.placing;
    if (row === null) return;
    const others = (this.wizard.spec.places ?? []).filter((one) => one.row !== row);
    this.wizard.placing = null;
    this.#change({ places: [...others, { row, lon, lat }] }, true);
  }

  /** @param {() => Promise<void>} work */
  async #guard(work) {
    try {
      await work();
    } catch (error) {
      this.wizard.job = null;
      if (isAbort(error)) this.#draw();
      else if (error instanceof Problem) {
        this.#set({ problem: error.status === 0
          ? { title: t('problemOffline'), detail: t('problemOfflineDetail') }
          : { title: error.title || t('problemServer', { status: error.status }), detail: error.detail } });
      } else throw error;
    }
  }
}

/** @returns {Wizard} */
function fresh() {
  return {
    step: 'source', names: [], spec: { file: {}, type: '', city: '', source: '' }, contents: null, folder: null, sending: null,
    job: null, preview: null, previewJob: null, report: null, importJob: null, placing: null, problem: null,
  };
}

/** @param {Job} job @returns {{title: string, detail: string}} */
function wordsOf({ problem }) {
  return problem
    ? { title: problem.what || problem.title, detail: [problem.where, problem.remedy].filter(Boolean).join(' · ') }
    : { title: t('import_failed'), detail: '' };
}

/** @param {string[]} names @returns {string} the first file's name without folder and extension */
function stem(names) {
  const name = names.find((one) => /\.(shp|gpkg|csv|xlsx|geojson|zip)$/i.test(one)) ?? names[0] ?? '';
  return name.replace(/^.*\//, '').replace(/\.[^.]+$/, '').slice(0, 100);
}
