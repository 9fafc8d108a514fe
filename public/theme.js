// Runs before the first paint, so that a dark page never flashes light. The same answer as `useDark` of src/ui/theme.ts.
{
  let theme = 'system';
  try {
    theme = JSON.parse(localStorage.getItem('portolan.preferences') ?? '{}')?.theme ?? 'system';
  } catch {
    // Storage may be switched off or hold something else: follow the system.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
