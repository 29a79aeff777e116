// @ts-check
import { get } from './api.js';
import { fill, h } from './dom.js';
import { local, said, t } from './i18n.js';
import { download, progressOf } from './importparts.js';
import { cancel, isOver } from './longwork.js';

/** @typedef {import('./importtypes.js').Job} Job */

const LOOK_AGAIN_MS = 1000;

/** Long work: what runs, what waits, what became of the rest. */
export class WorkList {
  name = 'work';
  /** @type {Job[] | null} */
  #jobs = null;
  #timer = 0;

  /** @param {(error: unknown) => void} failed */
  constructor(failed) {
    this.failed = failed;
  }

  leave() {
    clearTimeout(this.#timer);
    this.#jobs = null;
  }

  /** @param {HTMLElement} element */
  render(element) {
    element.classList.remove('with-map');
    this.#draw(element);
    clearTimeout(this.#timer);
    this.#look(element);
  }

  /** @param {HTMLElement} element */
  async #look(element) {
    try {
      const { jobs } = await get('jobs', {}, 'jobs');
      if (!element.isConnected) return;
      this.#jobs = jobs;
      this.#draw(element);
      if (jobs.some((/** @type {Job} */ job) => !isOver(job))) this.#timer = setTimeout(() => this.#look(element), LOOK_AGAIN_MS);
    } catch (error) {
      this.failed(error);
    }
  }

  /** @param {HTMLElement} element */
  #draw(element) {
    const jobs = this.#jobs;
    fill(element, h('div', { class: 'import-scroll' },
      !jobs && h('p', { class: 'quiet', role: 'status' }, t('working')),
      jobs && jobs.length === 0 && h('p', { class: 'quiet' }, t('job_none')),
      jobs && h('ul', { class: 'jobs' }, ...jobs.map((job) => h('li', { class: 'job' },
        h('div', { class: 'job-head' },
          h('span', { class: `mark-chip job-${job.state}` }, t(/** @type {any} */ (`job_${job.state}`))),
          h('b', {}, local(job.title)), h('span', { class: 'quiet' }, time(job.createdAt))),
        !isOver(job) && progressOf(job, () => cancel(job.id).then(() => this.#look(element), this.failed)),
        job.problem && h('p', { class: 'because' }, said([job.problem.what || job.problem.title, job.problem.where, job.problem.remedy].filter(Boolean).join(' · '))),
        job.file && job.state === 'done' && h('p', { class: 'downloads' }, download(job.file.replace(/^\//, ''), t('job_file'))))))));
  }
}

/** @param {string} instant */
function time(instant) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(instant));
}
