import type { GateError } from '../model/gate-error.ts';
import { quoted } from '../model/printable.ts';

/** Ends a command with exit code 2 and one line: what is wrong, where, and what was expected. */
export class Refusal extends Error {
  constructor(what: string, where: string, expected: string) {
    super(`${what}; where: ${where}; expected: ${expected}`);
    this.name = 'Refusal';
  }

  /** The refusal of a document that came from `origin`: a path, standard input or a link. */
  static of(error: GateError, origin: string): Refusal {
    return new Refusal(error.what, `${quoted(origin, 200)}: ${error.where}`, error.expected);
  }
}
