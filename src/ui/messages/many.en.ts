import type { Message } from './message.ts';

/** Many hosts at once: English. */
export const manyEn = {
  'canvas.boundaryWith': 'Boundary with {name}',
  'canvas.menu.duplicate': 'Duplicate',
  'action.align.left': 'Align left edges',
  'action.align.top': 'Align top edges',
  'action.align.across': 'Space evenly across',
  'action.align.down': 'Space evenly down',
  'action.duplicate': 'Duplicate hosts',
  'action.hostList': 'Add hosts from a list',
  'action.tables': 'Go to the tables',
  'toast.copiedHosts': { one: 'Copied {count} host', other: 'Copied {count} hosts' },
  'hostList.text': 'One host a line: its name, then its addresses. Rows copied from a spreadsheet will do.',
  'hostList.label': 'Names and addresses',
  'hostList.zone': 'Zone',
  'hostList.do': { one: 'Add {count} host', other: 'Add {count} hosts' },
  'hostList.address': 'Line {line}: {text} is no address',
  'hostList.nameless': 'Line {line} has no name',
  'hostList.long': 'The name in line {line} is too long',
  'hostList.known': {
    one: '{count} name is on the plan already and is left out',
    other: '{count} names are on the plan already and are left out',
  },
  'hostList.many': '{count} hosts at most',
  'hostList.added': { one: 'Added {count} host to {zone}', other: 'Added {count} hosts to {zone}' },
} as const satisfies Record<string, Message>;
