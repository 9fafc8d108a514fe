import type { Message } from './message.ts';

/** Taking firewall configurations away: English. */
export const exportEn = {
  'action.configuration': 'Firewall configuration…',
  'configuration.title': 'Firewall configuration',
  'configuration.style': 'Style',
  'configuration.own': 'As set for each firewall',
  'configuration.date': 'Date in the header',
  'configuration.remove': 'Removals',
  'configuration.removeHint': 'Commands that take these rules away again',
  'configuration.noRemovals': 'This style has no removals',
  'configuration.files': 'Files',
  'configuration.lines': { one: '{count} line', other: '{count} lines' },
  'configuration.preview': 'Preview of {name}',
  'configuration.making': 'Writing…',
  'configuration.nothing': 'No opening crosses an enforcement point: there is nothing to write.',
  'configuration.unstyled': 'No style set, so not written: {names}',
  'configuration.refused': { one: '{count} line is not written', other: '{count} lines are not written' },
  'configuration.copy': 'Copy',
  'configuration.download': 'Download',
  'configuration.zip': { one: 'Download ZIP ({count} file)', other: 'Download ZIP ({count} files)' },
  'configuration.copied': 'Copied {name}',
  'inspector.configuration': 'Configuration…',
} as const satisfies Record<string, Message>;
