// @ts-check
import { get, Problem, send } from './api.js';
import { credentials } from './token.js';

/** @typedef {import('./importtypes.js').Job} Job */

const ENDED = new Set(['done', 'failed', 'cancelled']);
const ASK_AGAIN_MS = 1000;

/** @param {Job} job */
export function isOver(job) {
  return ENDED.has(job.state);
}

/**
 * Follows long work to its end, by the server's events or, where a proxy swallows them, by asking.
 *
 * @param {string | number} id
 * @param {(job: Job) => void} changed
 * @returns {{ended: Promise<Job>, leave: () => void}} the work as it ended, with its result
 */
export function follow(id, changed) {
  const events = new EventSource(`api/jobs/${id}/events`);
  let left = false;
  let asking = 0;
  /** @type {(job: Job) => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  const ended = new Promise((good, bad) => { [resolve, reject] = [good, bad]; });
  const leave = () => {
    left = true;
    events.close();
    clearTimeout(asking);
  };
  const look = async () => {
    try {
      const job = /** @type {Job} */ (await get(`jobs/${id}`));
      if (left) return;
      changed(job);
      if (isOver(job)) {
        leave();
        resolve(job);
      } else if (events.readyState === EventSource.CLOSED) asking = setTimeout(look, ASK_AGAIN_MS);
    } catch (error) {
      leave();
      reject(error);
    }
  };
  events.addEventListener('job', (event) => {
    const job = /** @type {Job} */ (JSON.parse(/** @type {MessageEvent} */ (event).data));
    if (left) return;
    if (isOver(job)) {
      // The list of events carries no result: it is asked for once.
      events.close();
      look();
    } else changed(job);
  });
  events.onerror = () => {
    if (left || asking !== 0) return;
    events.close();
    asking = setTimeout(look, ASK_AGAIN_MS);
  };
  return { ended, leave };
}

/** @param {string | number} id */
export function cancel(id) {
  return send('DELETE', `jobs/${id}`);
}

/**
 * Sends files to the server, one after the other.
 *
 * @param {File[]} files
 * @param {(sent: number, total: number) => void} progress in bytes
 * @param {AbortSignal} signal
 * @returns {Promise<string>} the upload's id
 */
export async function upload(files, progress, signal) {
  const { upload: id } = await send('POST', 'uploads');
  const total = files.reduce((sum, file) => sum + file.size, 0);
  let before = 0;
  for (const file of files) {
    await put(`api/uploads/${id}/${encodeURIComponent(file.name)}`, file, (sent) => progress(before + sent, total), signal);
    before += file.size;
  }
  return id;
}

/**
 * fetch() tells nothing of a body on its way; the older request does.
 *
 * @param {string} url
 * @param {File} file
 * @param {(sent: number) => void} progress
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function put(url, file, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries({ 'content-type': 'application/octet-stream', ...credentials() })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () => {
      if (request.status < 300) {
        resolve();
        return;
      }
      const body = parsed(request.responseText);
      reject(new Problem(body.title ?? '', body.detail ?? '', request.status));
    };
    request.onerror = () => reject(new Problem('', '', 0));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** @param {string} text @returns {{title?: string, detail?: string}} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/**
 * The files of what was dropped, those of dropped folders too.
 *
 * @param {DataTransfer} dropped
 * @returns {Promise<File[]>}
 */
export async function filesOf(dropped) {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...dropped.files];
  return (await Promise.all(entries.map(filesIn))).flat();
}

/** @param {any} entry @returns {Promise<File[]>} */
async function filesIn(entry) {
  if (entry.isFile) return [await new Promise((good, bad) => entry.file(good, bad))];
  const reader = entry.createReader();
  /** @type {File[]} */
  const all = [];
  for (;;) {
    /** @type {any[]} */
    const some = await new Promise((good, bad) => reader.readEntries(good, bad));
    if (some.length === 0) return all;
    all.push(...(await Promise.all(some.filter((one) => one.isFile).map(filesIn))).flat());
  }
}
