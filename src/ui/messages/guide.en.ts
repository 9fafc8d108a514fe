import type { Message } from './message.ts';

/** The guided first plan: English. */
export const guideEn = {
  'action.guide': 'Guided first plan',
  'guide.way': 'Six small steps on a plan of your own',
  'guide.step': 'Step {number} of {count}',
  'guide.do': 'Do it for me',
  'guide.skip': 'Skip',
  'guide.leave': 'Leave',
  'guide.close': 'Close',
  'guide.zone.title': 'Place a zone',
  'guide.zone.text': 'Drag Internal from the palette onto the canvas, or press Enter on it. A zone is a network behind one policy.',
  'guide.server.title': 'Put a server into it',
  'guide.server.text': 'Drag Server, under Tanium, into the zone. It gets a host of its own, which more components may share.',
  'guide.second.title': 'Place a second zone',
  'guide.second.text': 'Drag Client LAN beside or below the first zone. Where flows pass between zones, a gate will count the openings.',
  'guide.client.title': 'Put a client into it',
  'guide.client.text': 'Drag Client, under Tanium, into the Client LAN. The flow it needs appears as a line.',
  'guide.read.title': 'Read the opening',
  'guide.read.text':
    'Click the line from client to server, or its row under Openings: direction, ports, reason and the vendor page behind it.',
  'guide.export.title': 'Hand it over',
  'guide.export.text': 'Open Export and pick a format. The firewall team gets a line for every opening.',
  'guide.done.title': 'First plan is done',
  'guide.done.text': 'It is kept like any other. Addresses, firewalls and more components can follow.',
} as const satisfies Record<string, Message>;
