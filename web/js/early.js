// @ts-check
// Asks for what every view needs while the rest of the page's modules are still on their way. It
// imports nothing, so that it runs as soon as it is there itself; api.js takes the answers from here.

/** @type {Map<string, Promise<Response>>} */
const asked = new Map();

/** @param {string} path @returns {Promise<Response>} */
function ask(path) {
  const answer = fetch(`api/${path}`, { headers: { accept: 'application/json' } });
  asked.set(path, answer);
  // Whoever takes it hears of a failure; nobody may.
  answer.catch(() => {});
  return answer;
}

/**
 * The answer that was asked for already; for one asker.
 *
 * @param {string} path
 * @returns {Promise<Response> | undefined}
 */
export function early(path) {
  const answer = asked.get(path);
  asked.delete(path);
  return answer;
}

/**
 * @param {string} path
 * @param {Record<string, string | number | null | undefined>} query null leaves a parameter out
 * @returns {string}
 */
export function pathOf(path, query) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/**
 * The city that is shown: the one named, else the first that is not the demonstration's.
 *
 * @template {{city: string, demonstration: boolean}} C
 * @param {C[]} cities
 * @param {string | null} named
 * @returns {C | undefined}
 */
export function cityOf(cities, named) {
  return cities.find((one) => one.city === named) ?? cities.find((one) => !one.demonstration) ?? cities[0];
}

/** What the address says, as far as it needs no other module to be understood. */
const said = new URLSearchParams(location.hash.slice(1));

/** @param {Promise<Response>} answer @returns {Promise<any>} */
const peek = async (answer) => (await answer).clone().json();

async function begin() {
  const cities = peek(ask('cities'));
  const standards = peek(ask('standards'));
  ['kinds', 'standards/problems', 'settings'].forEach(ask);
  const city = cityOf(await cities, said.get('city'))?.city;
  if (city === undefined) return;
  ask(pathOf('index', { city }));
  const list = await standards;
  const standard = (list.find((/** @type {any} */ one) => one.id === said.get('standard')) ?? list[0])?.id;
  // A wish that is not understood here is asked for later, by who understands it.
  if (['kind', 'radius', 'by', 'mode', 'scenario'].some((name) => said.has(name) && !(name === 'kind' && said.get(name) === 'all'))) return;
  ask(pathOf('coverage', { city, standard, kind: 'all' }));
}

begin().catch(() => {});
