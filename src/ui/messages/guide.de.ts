import type { guideEn } from './guide.en.ts';
import type { Message } from './message.ts';

/** The guided first plan: German. */
export const guideDe = {
  'action.guide': 'Erster Plan mit Anleitung',
  'guide.way': 'Sechs Schritte am eigenen Plan',
  'guide.step': 'Schritt {number} von {count}',
  'guide.do': 'Vormachen',
  'guide.skip': 'Überspringen',
  'guide.leave': 'Beenden',
  'guide.close': 'Schließen',
  'guide.zone.title': 'Eine Zone setzen',
  'guide.zone.text':
    'Intern aus der Palette auf die Zeichenfläche ziehen oder dort Enter drücken. Eine Zone ist ein Netz hinter einer Richtlinie.',
  'guide.server.title': 'Einen Server hineinsetzen',
  'guide.server.text': 'Server, unter Tanium, in die Zone ziehen. Er bekommt einen eigenen Host, den weitere Komponenten teilen können.',
  'guide.second.title': 'Eine zweite Zone setzen',
  'guide.second.text':
    'Client-LAN neben oder unter die erste Zone ziehen. Wo Flüsse zwischen Zonen laufen, zählt ein Tor die Freischaltungen.',
  'guide.client.title': 'Einen Client hineinsetzen',
  'guide.client.text': 'Client, unter Tanium, ins Client-LAN ziehen. Der Fluss, den er braucht, erscheint als Linie.',
  'guide.read.title': 'Die Freischaltung lesen',
  'guide.read.text':
    'Die Linie vom Client zum Server anklicken oder ihre Zeile unter Freischaltungen: Richtung, Ports, Grund und Herstellerseite.',
  'guide.export.title': 'Weitergeben',
  'guide.export.text': 'Unter Exportieren ein Format wählen. Das Firewall-Team bekommt eine Zeile je Freischaltung.',
  'guide.done.title': 'Der erste Plan ist fertig',
  'guide.done.text': 'Er bleibt wie jeder andere erhalten. Adressen, Firewalls und weitere Komponenten können folgen.',
} satisfies Record<keyof typeof guideEn, Message>;
