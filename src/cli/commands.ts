import { ask } from './commands/ask.ts';
import { catalog } from './commands/catalog.ts';
import { check } from './commands/check.ts';
import { diff } from './commands/diff.ts';
import { explain } from './commands/explain.ts';
import { exportPlan } from './commands/export.ts';
import { flows } from './commands/flows.ts';
import { hosts } from './commands/hosts.ts';
import { link } from './commands/link.ts';
import { openings } from './commands/openings.ts';
import { unlink } from './commands/unlink.ts';
import type { Command } from './context.ts';

/** Every command by its name, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ openings, flows, hosts, check, explain, ask, diff, export: exportPlan, link, unlink, catalog }),
);
