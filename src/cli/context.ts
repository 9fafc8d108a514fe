import type { Analysis, Finding } from '../engine/result.ts';
import type { Catalog } from '../model/catalog.ts';
import type { CatalogCase } from '../model/catalog-case.ts';
import type { Plan } from '../model/plan.ts';

/** The outside world of a command. Tests give one of their own. Paths are as the user wrote them. */
export interface Terminal {
  /** The passphrase of sealed links, from the environment; undefined for none. */
  readonly passphrase: string | undefined;
  readonly print: (content: string | Uint8Array) => void;
  readonly complain: (line: string) => void;
  /** The bytes of a file, at most one more than `most`. Throws with a Node error where it cannot be read. */
  readonly readFile: (path: string, most: number) => Promise<Uint8Array>;
  /** The bytes of standard input, at most one more than `most`. */
  readonly readInput: (most: number) => Promise<Uint8Array>;
  /** Writes a file; throws `EEXIST` where there is one and `overwrite` is off. */
  readonly writeFile: (path: string, content: string | Uint8Array, overwrite: boolean) => Promise<void>;
  /** Makes a folder with those above it; one that is there stays as it is. */
  readonly makeFolder: (path: string) => Promise<void>;
}

/** A file that a command makes, by its name inside the folder the user gives. */
export interface WrittenFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Example plans of one product. */
export interface ProductCases {
  readonly product: string;
  readonly cases: readonly CatalogCase[];
}

/** A row of a source with what became of it. */
export interface CatalogRow {
  readonly line: string;
  readonly rules: readonly string[];
  readonly statement: string | null;
  readonly reason: string | null;
}

/** The parts of the engine that commands use. */
export interface Engine {
  readonly analyze: (plan: Plan, catalogs: readonly Catalog[], options?: { readonly detail?: 'merged' | 'exact' }) => Analysis;
  readonly checkCatalogs: (catalogs: readonly Catalog[], cases: readonly ProductCases[]) => readonly Finding[];
  readonly catalogRows: (catalog: Catalog) => readonly CatalogRow[];
}

/** What a command works with. */
export interface Context {
  readonly terminal: Terminal;
  readonly engine: Engine;
  readonly catalogs: readonly Catalog[];
  readonly cases: readonly ProductCases[];
}

/** The command line after parsing: what stands without dashes, and the options given. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  /** Options without a value that were given. */
  readonly flags: ReadonlySet<string>;
}

/** What a command gives: the whole output at once, so that nothing is written when something is wrong, and the exit code. */
export interface Outcome {
  readonly output: string;
  readonly exit: 0 | 1;
  /** Files instead of output, with the extensions such files have. */
  readonly files?: readonly WrittenFile[];
  readonly extensions?: readonly string[];
  /** Lines for standard error, once everything is written. */
  readonly remarks?: readonly string[];
}

/** One command of the command line. */
export interface Command {
  /** Words after the name as shown in help. An upper-case word in brackets may be left out, `…` repeats. */
  readonly usage: string;
  readonly summary: string;
  /** Options that take a value, with the values they admit (the default first), or null for any text. */
  readonly options: Readonly<Record<string, readonly string[] | null>>;
  /** Options that take no value. */
  readonly flags?: readonly string[];
  /** Fewest and most words. */
  readonly words: readonly [fewest: number, most: number];
  readonly run: (given: Arguments, context: Context) => Promise<Outcome>;
}
