/** What begins a formula in a spreadsheet, the full-width forms and any leading space included. */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** The text with an apostrophe before what a spreadsheet would take for a formula. */
export function noFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
