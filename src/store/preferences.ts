import { type OwnColumns, ownColumnsIn } from './column-presets.ts';
import { type Language, type PanelName, type Theme, workspace } from './workspace.ts';

const KEY = 'portolan.preferences';

/** Parts of the workspace that are kept. */
const KEPT = ['theme', 'language', 'panels', 'columnPresets'] as const;

interface Preferences {
  readonly theme?: Theme;
  readonly language?: Language;
  readonly panels?: Partial<Record<PanelName, boolean>>;
  readonly columnPresets?: readonly OwnColumns[];
}

/** What a text from the store of the browser says; nothing where it is none of ours. */
function read(text: string | null): Preferences {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const { theme, language, panels, columnPresets } = value as Record<string, unknown>;
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
      columnPresets: ownColumnsIn(columnPresets),
    };
  } catch {
    return {};
  }
}

function stored(): Preferences {
  try {
    return read(localStorage.getItem(KEY));
  } catch {
    // Storage may be switched off: the page works without.
    return {};
  }
}

/** The language that was chosen before, else that of the browser, for the page to load before it is drawn. */
export function wantedLanguage(): Language {
  return stored().language ?? (navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en');
}

/** Brings theme, panels and choices of columns back and stores every change, also of the language. A browser without storage simply starts anew each time. */
export function keepPreferences(): () => void {
  const preferences = stored();
  workspace.setState((state) => ({
    theme: preferences.theme ?? 'system',
    panels: { ...state.panels, ...preferences.panels },
    columnPresets: preferences.columnPresets ?? [],
  }));
  return workspace.subscribe((state, before) => {
    if (KEPT.every((name) => state[name] === before[name])) return;
    try {
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, state[name]]))));
    } catch {
      // See above.
    }
  });
}
