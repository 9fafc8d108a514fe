import type { frameEn } from './frame.en.ts';
import type { Message } from './message.ts';

/** Top bar, panels, dialogs, start page: German. */
export const frameDe: Record<keyof typeof frameEn, Message> = {
  'app.name': 'Portolan',
  'app.skip': 'Zur Zeichenfläche springen',

  'tool.select': 'Auswählen',
  'tool.pan': 'Verschieben',
  'tool.zone': 'Zone',
  'tool.host': 'Host',
  'tool.boundary': 'Grenze',
  'tool.link': 'Verknüpfung',

  'edit.addZone': 'Zone hinzufügen',
  'edit.addHost': 'Host hinzufügen',
  'edit.addComponent': 'Komponente hinzufügen',
  'edit.addFirewall': 'Firewall hinzufügen',
  'edit.addRequirement': 'Anforderung hinzufügen',
  'edit.move': 'Verschieben',
  'edit.resize': 'Größe ändern',
  'edit.remove': 'Löschen',
  'edit.rename': 'Umbenennen',
  'edit.duplicate': 'Duplizieren',
  'edit.changePlan': 'Plan ändern',
  'edit.changeZone': 'Zone ändern',
  'edit.changeHost': 'Host ändern',
  'edit.changeComponent': 'Komponente ändern',
  'edit.changeSetting': 'Einstellung ändern',
  'edit.changeBoundary': 'Grenze ändern',
  'edit.changeFirewall': 'Firewall ändern',
  'edit.link': 'Verknüpfen',
  'edit.unlink': 'Verknüpfung entfernen',
  'edit.drawBoundary': 'Grenze zeichnen',
  'edit.waive': 'Fluss auslassen',
  'edit.unwaive': 'Auslassung zurücknehmen',
  'edit.reading': 'Lesart wählen',
  'edit.accept': 'Befund akzeptieren',
  'edit.arrange': 'Anordnen',
};
