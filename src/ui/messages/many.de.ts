import type { manyEn } from './many.en.ts';
import type { Message } from './message.ts';

/** Many hosts at once: German. */
export const manyDe = {
  'canvas.boundaryWith': 'Grenze zu {name}',
  'canvas.menu.duplicate': 'Duplizieren',
  'action.align.left': 'Links ausrichten',
  'action.align.top': 'Oben ausrichten',
  'action.align.across': 'Nebeneinander verteilen',
  'action.align.down': 'Untereinander verteilen',
  'action.duplicate': 'Hosts duplizieren',
  'action.hostList': 'Hosts aus einer Liste hinzufügen',
  'action.tables': 'Zu den Tabellen',
  'toast.copiedHosts': { one: '{count} Host kopiert', other: '{count} Hosts kopiert' },
  'hostList.text': 'Ein Host je Zeile: Name, dann Adressen. Auch Zeilen aus einer Tabellenkalkulation.',
  'hostList.label': 'Namen und Adressen',
  'hostList.zone': 'Zone',
  'hostList.do': { one: '{count} Host hinzufügen', other: '{count} Hosts hinzufügen' },
  'hostList.address': 'Zeile {line}: {text} ist keine Adresse',
  'hostList.nameless': 'Zeile {line} hat keinen Namen',
  'hostList.long': 'Der Name in Zeile {line} ist zu lang',
  'hostList.known': { one: '{count} Name ist schon im Plan und bleibt aus', other: '{count} Namen sind schon im Plan und bleiben aus' },
  'hostList.many': 'Höchstens {count} Hosts',
  'hostList.added': { one: '{count} Host in {zone} hinzugefügt', other: '{count} Hosts in {zone} hinzugefügt' },
} satisfies Record<keyof typeof manyEn, Message>;
