import type { Message } from './message.ts';

/** The library of plans, revisions, comparing: English. */
export const keepEn = {
  'action.plans': 'Show all plans',

  'library.title': 'Plans',
  'library.search': 'Find a plan',
  'library.count': { one: '{count} plan', other: '{count} plans' },
  'library.all': 'All plans ({count})',
  'library.templates': 'Templates',
  'library.empty': 'No plan is kept in this browser yet',
  'library.nothing': 'No plan has this name',
  'library.failed': 'Storage of this browser cannot be read',
  'library.notDone': 'Not done. Storage cannot be written',
  'library.damaged': 'Damaged plan',
  'library.newer': 'Plan of a newer version',
  'library.open': 'Open {name}',
  'library.actions': 'Actions for {name}',
  'library.rename': 'Rename',
  'library.duplicate': 'Duplicate',
  'library.delete': 'Delete plan',
  'library.current': 'on the desk',
} as const satisfies Record<string, Message>;
