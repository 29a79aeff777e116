// @ts-check
import { h } from './dom.js';
import { language, messageOf, t, whole } from './i18n.js';

/** @typedef {import('./importtypes.js').IssueGroup} IssueGroup */
/** @typedef {import('./importtypes.js').Job} Job */

/** @param {string} url @param {string} words */
export function download(url, words) {
  return h('a', { class: 'download', href: url, download: true }, words);
}

/** @param {string} title @param {IssueGroup[] | undefined} groups */
export function issueList(title, groups) {
  if (!groups || groups.length === 0) return null;
  return h('section', { class: 'issues' }, h('h4', {}, title), h('ul', {}, ...groups.map((group) => h('li', { 'data-code': group.code },
    h('b', { class: 'issue-count' }, whole(group.count)), h('span', {}, messageOf(group),
      group.examples && group.examples.length > 0 && h('span', { class: 'quiet examples' }, group.examples.join('; ')))))));
}

/**
 * How streets may be walked, by rule: ways and kilometres. Nothing of other layers.
 *
 * @param {import('./importtypes.js').StreetTally | undefined} streets
 */
export function walkedList(streets) {
  if (!streets) return null;
  return issueList(t('import_walked'), streets.rules.map((of) => {
    const length = ` · ${(of.metres / 1000).toFixed(1)} km`;
    const not = of.passage === 'closed';
    return {
      code: of.rule, count: of.ways,
      messageZh: (not ? '不可步行：' : '') + of.labelZh + length,
      messageEn: (not ? 'not walkable: ' : '') + of.labelEn + length,
      examples: [],
    };
  }));
}

/**
 * How far long work is, with a way to stop it.
 *
 * @param {Job} job
 * @param {() => void} [stop]
 */
export function progressOf(job, stop) {
  const stage = job.stage ? (language() === 'zh' ? job.stage.zh : job.stage.en) : t(/** @type {any} */ (`job_${job.state}`));
  const words = [
    job.total !== null && job.total > 0 ? t('job_of', { done: job.done, total: job.total }) : job.done > 0 && whole(job.done),
    job.rate !== null && job.rate > 0 && t('job_rate', { rate: job.rate }),
    job.secondsLeft !== null && t('job_left', { seconds: Math.ceil(job.secondsLeft) }),
  ].filter(Boolean).join(' · ');
  return h('div', { class: 'job-progress' },
    h('div', { class: 'job-words' }, h('b', {}, stage), h('span', { class: 'quiet' }, words)),
    h('progress', { max: job.total ?? 1, value: job.total ? job.done : null, 'aria-label': stage }),
    stop && h('button', { type: 'button', class: 'text-button', 'data-key': `cancel-${job.id}`, onclick: stop }, t('job_cancel')));
}

/** @param {string} title @param {string} state 'good', 'doubt', 'bad' or '' @param {...any} children */
export function section(title, state, ...children) {
  return h('section', { class: 'check-section' },
    h('h3', {}, h('span', { class: `check-mark ${state}`, 'aria-hidden': 'true' }), title), ...children);
}

/**
 * @param {string} key
 * @param {string} chosen
 * @param {string[][]} options value, name
 * @param {(value: string) => void} choose
 * @param {string} [label] where no words stand beside it
 */
export function select(key, chosen, options, choose, label) {
  return h('select', {
    'data-key': key, 'aria-label': label, onchange: (/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.currentTarget).value),
  }, ...options.map(([value, name]) => h('option', { value, selected: value === chosen }, name)));
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return bytes < 1e6 ? `${whole(Math.ceil(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
