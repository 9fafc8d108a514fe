import { COMMANDS } from './commands.ts';
import type { Command } from './context.ts';

/** Help for all commands. */
export function helpText(): string {
  const rows = [...COMMANDS].map(([name, command]) => `  ${`${name} ${command.usage}`.padEnd(46)} ${command.summary}`);
  return `${[
    'portolan COMMAND …',
    '',
    ...rows,
    '',
    'PLAN is a file, - for standard input, or a share link (decoded here, never fetched).',
    '',
    ...COMMON,
  ].join('\n')}\n`;
}

/** Help for one command. */
export function commandHelpText(name: string, command: Command): string {
  const options = Object.entries(command.options).map(
    ([option, values]) => `  --${option} ${values ? values.join('|') : 'TEXT'}${values ? ` (default ${values[0]})` : ''}`,
  );
  const flags = (command.flags ?? []).map((flag) => `  --${flag}`);
  return `${[`portolan ${name} ${command.usage}`, '', command.summary, '', ...options, ...flags, ...COMMON].join('\n')}\n`;
}

const COMMON = [
  '  -o, --output PATH   write to a file instead of standard output',
  '  --force             overwrite that file',
  '  --help              this text',
];
