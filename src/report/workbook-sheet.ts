/** One sheet of a workbook: cells as plain texts, not yet made safe for any format; several lines of a cell are joined with line breaks. */
export interface WorkbookSheet {
  readonly name: string;
  /** With the width of each column in characters. */
  readonly columns: readonly (readonly [header: string, width: number])[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Index of the column whose product colours a row, or null. */
  readonly productColumn: number | null;
  /** Products of each row, where they colour it. */
  readonly products: readonly (readonly string[])[];
}
