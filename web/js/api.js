// @ts-check
import { early, pathOf } from './early.js';
import { askForToken, credentials } from './token.js';

/** What the server, or the way to it, had to say against a request. */
export class Problem extends Error {
  /** @param {string} title @param {string} detail @param {number} status 0 where none came */
  constructor(title, detail, status) {
    super(title);
    this.title = title;
    this.detail = detail;
    this.status = status;
  }
}

/** An answer that was made from other data than the map on the screen. */
export class StaleData extends Error {}

const SLOW_AFTER_MS = 600;
let outstanding = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let patience;
/** @type {(slow: boolean) => void} */
let tell = () => {};

/** Who wants to know when the server keeps the reader waiting. @param {(slow: boolean) => void} listener */
export function whenSlow(listener) {
  tell = listener;
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
async function watched(work) {
  if (outstanding++ === 0) patience = setTimeout(() => tell(true), SLOW_AFTER_MS);
  try {
    return await work;
  } finally {
    if (--outstanding === 0) {
      clearTimeout(patience);
      tell(false);
    }
  }
}

/** @type {Map<string, AbortController>} */
const underWay = new Map();

/**
 * @param {string} path below api/, relative to the page: the server may be mounted anywhere
 * @param {Record<string, string | number | null | undefined>} [query] null leaves a parameter out
 * @param {string} [slot] a newer request of the same slot aborts the older one
 * @returns {Promise<any>}
 */
export async function get(path, query = {}, slot) {
  const controller = new AbortController();
  if (slot) {
    underWay.get(slot)?.abort();
    underWay.set(slot, controller);
  }
  const asked = pathOf(path, query);
  const answer = early(asked) ?? fetch(`api/${asked}`, {
    signal: controller.signal,
    headers: { accept: 'application/json' },
  });
  return watched(answer.catch(unreachable).then(answerOf).then((value) => {
    // One that was under way before could not be told to stop.
    if (controller.signal.aborted) throw new DOMException('a newer request took its place', 'AbortError');
    return value;
  }));
}

/**
 * @param {'POST' | 'PUT' | 'DELETE'} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>} null where there is nothing to answer
 */
export async function send(method, path, body) {
  const response = await watched(fetch(`api/${path}`, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json', ...credentials() },
    body: body ? JSON.stringify(body) : undefined,
  }).catch(unreachable));
  if (response.status === 401 && await askForToken()) return send(method, path, body);
  return response.status === 204 ? null : answerOf(response);
}

/** @param {any} error @returns {never} */
function unreachable(error) {
  if (error.name === 'AbortError') throw error;
  throw new Problem('', '', 0);
}

/** @param {Response} response @returns {Promise<any>} */
async function answerOf(response) {
  if (!response.ok) {
    const body = await response.json().catch(() => ({}));
    const id = body.id ? ` (${body.id})` : '';
    throw new Problem(body.title ?? '', (body.detail ?? '') + id, response.status);
  }
  return response.json();
}

/** @param {string} slot */
export function abort(slot) {
  underWay.get(slot)?.abort();
}

/** @param {unknown} error @returns {boolean} */
export function isAbort(error) {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * Arrays by community index mean nothing under another data version: refuse them.
 *
 * @template {{dataVersion: number}} T
 * @param {T} answer
 * @param {number | undefined} dataVersion
 * @returns {T}
 */
export function ofVersion(answer, dataVersion) {
  if (answer.dataVersion !== dataVersion) {
    throw new StaleData(`answer of version ${answer.dataVersion}, page of ${dataVersion}`);
  }
  return answer;
}
