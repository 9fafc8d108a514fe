import { parseArgs } from 'node:util';
import { quoted } from '../model/printable.ts';
import { COMMANDS } from './commands.ts';
import type { Arguments, Command, Context } from './context.ts';
import { commandHelpText, helpText } from './help.ts';
import { reasonOf } from './plan-argument.ts';
import { Refusal } from './refusal.ts';
import { writeFiles } from './write-files.ts';

/** Exit code of the process: 0 done, 1 the answer is "no" or there are errors, 2 nothing could be done. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs one command line, given without the program's own name. Whatever is wrong with it ends as one line on standard error
 * and 2; then nothing is written anywhere else.
 */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const { terminal } = context;
  try {
    const [name, ...rest] = argv;
    if (name === undefined)
      throw new Refusal('No command is given', 'command line', `one of ${[...COMMANDS.keys()].join(', ')}; --help tells more`);
    if (name === '--help' || name === '-h' || name === 'help') {
      terminal.print(helpText());
      return 0;
    }
    const command = COMMANDS.get(name);
    if (!command)
      throw new Refusal('There is no such command', quoted(name), `one of ${[...COMMANDS.keys()].join(', ')}; --help tells more`);
    const { help, output, force, given } = parse(name, command, rest);
    if (help) {
      terminal.print(commandHelpText(name, command));
      return 0;
    }
    const outcome = await command.run(given, context);
    if (outcome.files) await writeFiles({ files: outcome.files, extensions: outcome.extensions ?? [] }, output, force, terminal);
    else if (output === undefined) terminal.print(outcome.output);
    else await save(output, outcome.output, force, context);
    for (const remark of outcome.remarks ?? []) terminal.complain(`portolan: ${remark}`);
    return outcome.exit;
  } catch (error) {
    if (error instanceof RangeError && error.message === 'Invalid string length')
      terminal.complain(
        `portolan: The output is too large for one text; where: ${quoted(argv[0] ?? '')}; expected: a smaller plan, with like machines drawn as groups`,
      );
    else if (error instanceof Refusal) terminal.complain(`portolan: ${error.message}`);
    else
      terminal.complain(
        `portolan: This should not have happened: ${quoted(error instanceof Error ? error.message : String(error), 200)}; where: ${quoted(argv[0] ?? '')}; expected: a report of this as a defect`,
      );
    return 2;
  }
}

interface Parsed {
  readonly help: boolean;
  readonly output: string | undefined;
  readonly force: boolean;
  readonly given: Arguments;
}

function parse(name: string, command: Command, rest: readonly string[]): Parsed {
  const own = Object.fromEntries(Object.keys(command.options).map((option) => [option, { type: 'string' as const }]));
  const flags = Object.fromEntries((command.flags ?? []).map((flag) => [flag, { type: 'boolean' as const }]));
  let parsed: { values: Record<string, string | boolean | (string | boolean)[] | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...rest],
      allowPositionals: true,
      strict: true,
      options: {
        ...own,
        ...flags,
        output: { type: 'string', short: 'o' },
        force: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const [what = ''] = (error instanceof Error ? error.message : '').split(/\.\s/);
    throw new Refusal(quoted(what.replace(/\.$/, ''), 120), quoted(name), `${name} ${command.usage}; --help tells more`);
  }
  const { values, positionals } = parsed;
  const text = (option: string) => (typeof values[option] === 'string' ? values[option] : undefined);
  const help = values.help === true;
  const [fewest, most] = command.words;
  if (!help && (positionals.length < fewest || positionals.length > most)) {
    const what = positionals.length < fewest ? 'A word is missing' : 'There is a word too many';
    throw new Refusal(what, quoted([name, ...positionals].join(' ')), `${name} ${command.usage}`);
  }
  const options: Record<string, string | undefined> = {};
  for (const [option, choices] of Object.entries(command.options)) {
    const value = text(option) ?? choices?.[0];
    if (choices && value !== undefined && !choices.includes(value))
      throw new Refusal(`There is no such ${option}`, `--${option} ${quoted(value)}`, choices.join(', '));
    options[option] = value;
  }
  return {
    help,
    output: text('output'),
    force: values.force === true,
    given: { words: positionals, options, flags: new Set(Object.keys(flags).filter((flag) => values[flag] === true)) },
  };
}

async function save(path: string, text: string, force: boolean, { terminal }: Context): Promise<void> {
  try {
    await terminal.writeFile(path, text, force);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new Refusal('The file exists already', quoted(path, 200), 'a new name, or --force to overwrite');
    throw new Refusal(`The file cannot be written (${reasonOf(error)})`, quoted(path, 200), 'a path that can be written');
  }
}
