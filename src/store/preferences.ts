import { type Language, type PanelName, type Theme, workspace } from './workspace.ts';

const KEY = 'portolan.preferences';

interface Preferences {
  readonly theme?: Theme;
  readonly language?: Language;
  readonly panels?: Partial<Record<PanelName, boolean>>;
}

/** What a text from the store of the browser says; nothing where it is none of ours. */
function read(text: string | null): Preferences {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const { theme, language, panels } = value as Record<string, unknown>;
    const known: Record<PanelName, boolean | undefined> = { palette: undefined, inspector: undefined, dock: undefined };
    if (typeof panels === 'object' && panels !== null) {
      for (const name of Object.keys(known) as PanelName[]) {
        const open = (panels as Record<string, unknown>)[name];
        if (typeof open === 'boolean') known[name] = open;
      }
    }
    return {
      ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
      ...(language === 'en' || language === 'de' ? { language } : {}),
      panels: Object.fromEntries(Object.entries(known).filter(([, open]) => open !== undefined)),
    };
  } catch {
    return {};
  }
}

/** Brings theme, language and panels back and stores every change. A browser without storage simply starts anew each time. */
export function keepPreferences(): () => void {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    // Storage may be switched off: the page works without.
  }
  const preferences = read(stored);
  const language: Language = preferences.language ?? (navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en');
  workspace.setState((state) => ({
    theme: preferences.theme ?? 'system',
    language,
    panels: { ...state.panels, ...preferences.panels },
  }));
  return workspace.subscribe((state, before) => {
    if (state.theme === before.theme && state.language === before.language && state.panels === before.panels) return;
    const { theme, language, panels } = state;
    try {
      localStorage.setItem(KEY, JSON.stringify({ theme, language, panels }));
    } catch {
      // See above.
    }
  });
}
