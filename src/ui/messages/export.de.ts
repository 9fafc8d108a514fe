import type { exportEn } from './export.en.ts';
import type { Message } from './message.ts';

/** Taking firewall configurations away: German. */
export const exportDe: Record<keyof typeof exportEn, Message> = {
  'action.configuration': 'Firewall-Konfiguration …',
  'configuration.title': 'Firewall-Konfiguration',
  'configuration.style': 'Bauart',
  'configuration.own': 'Wie bei jeder Firewall angegeben',
  'configuration.date': 'Datum im Kopf',
  'configuration.remove': 'Rückbau',
  'configuration.removeHint': 'Befehle, die diese Regeln wieder entfernen',
  'configuration.noRemovals': 'Diese Bauart hat keinen Rückbau',
  'configuration.files': 'Dateien',
  'configuration.lines': { one: '{count} Zeile', other: '{count} Zeilen' },
  'configuration.preview': 'Vorschau von {name}',
  'configuration.making': 'Wird geschrieben …',
  'configuration.nothing': 'Keine Freischaltung quert einen Durchsetzungspunkt: Es gibt nichts zu schreiben.',
  'configuration.unstyled': 'Ohne angegebene Bauart, daher nicht geschrieben: {names}',
  'configuration.refused': { one: '{count} Zeile wird nicht geschrieben', other: '{count} Zeilen werden nicht geschrieben' },
  'configuration.copy': 'Kopieren',
  'configuration.download': 'Herunterladen',
  'configuration.zip': { one: 'ZIP herunterladen ({count} Datei)', other: 'ZIP herunterladen ({count} Dateien)' },
  'configuration.copied': '{name} kopiert',
  'inspector.configuration': 'Konfiguration …',
};
