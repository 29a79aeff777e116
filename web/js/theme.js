// @ts-check
// Runs before anything is drawn, so that nobody who works by night is dazzled while the modules load.
{
  let chosen = null;
  try {
    chosen = localStorage.getItem('gapmap.theme');
  } catch {
    // Storage may be forbidden: then the system's own choice holds.
  }
  document.documentElement.dataset.theme = chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}
