/**
 * Why a fault that no test finds is left: by the end of its file's path and a part of its code; the first that fits speaks.
 * @type {readonly { file: string, code: string, why: string }[]}
 */
export const JUDGEMENTS = [
  { file: 'consolidate/chance.ts', code: '', why: 'equivalent: another sequence of chance, for which the same promises hold' },
  { file: 'consolidate/tiles.ts', code: 'mixed', why: 'equivalent: another mixing of the same numbers' },
  { file: 'compare.ts', code: 'list[index] ?? []', why: 'equivalent: every index stands in the list; the other case is for the compiler' },
  { file: 'compare.ts', code: 'pairs.size > 0', why: 'equivalent: a place without pairs gives no line' },
  { file: 'consolidate/trade.ts', code: 'this.#looks', why: 'a limit of effort: without it the search only takes longer' },
];
