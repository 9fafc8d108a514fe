import type { keepEn } from './keep.en.ts';
import type { Message } from './message.ts';

/** The library of plans, revisions, comparing: German. */
export const keepDe: Record<keyof typeof keepEn, Message> = {
  'action.plans': 'Alle Pläne zeigen',

  'library.title': 'Pläne',
  'library.search': 'Plan suchen',
  'library.count': { one: '{count} Plan', other: '{count} Pläne' },
  'library.all': 'Alle Pläne ({count})',
  'library.templates': 'Vorlagen',
  'library.empty': 'In diesem Browser liegt noch kein Plan',
  'library.nothing': 'Kein Plan heißt so',
  'library.failed': 'Speicher dieses Browsers nicht lesbar',
  'library.notDone': 'Nicht ausgeführt. Speicher nicht beschreibbar',
  'library.damaged': 'Beschädigter Plan',
  'library.newer': 'Plan einer neueren Version',
  'library.open': '{name} öffnen',
  'library.actions': 'Aktionen für {name}',
  'library.rename': 'Umbenennen',
  'library.duplicate': 'Duplizieren',
  'library.delete': 'Plan löschen',
  'library.current': 'in Arbeit',
};
