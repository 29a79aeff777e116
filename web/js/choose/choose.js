// @ts-check
// What is looked at: the area, and how the page looks to whoever looks.

/** @param {import('../main.js').Page} page */
export function installChoose({ store }) {
  store.set({ theme: document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light' });
  store.on(['index'], (state) => {
    // A link may name an area that a later import no longer has.
    if (state.index && state.area !== null && !state.index.areas?.some((one) => one.key === state.area)) store.set({ area: null });
  });
}

/** Day or night, remembered by the browser. @param {import('../state.js').Store} store */
export function changeTheme(store) {
  const theme = store.state.theme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem('gapmap.theme', theme);
  } catch {
    // Where storage is forbidden it holds until the page is closed.
  }
  store.set({ theme });
}
