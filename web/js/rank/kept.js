// @ts-check

/** What the browser remembers of the table for whoever sits at it. @param {string} name */
export function kept(name) {
  try {
    return localStorage.getItem(`gapmap.rank.${name}`);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function keep(name, value) {
  try {
    localStorage.setItem(`gapmap.rank.${name}`, value);
  } catch {
    // Where storage is forbidden it holds until the page is closed.
  }
}
