import type { Catalog, Citation, SourceDeclaration } from '../model/catalog.ts';

/** What became of one line of a source page. */
export interface CatalogRow {
  /** `L70`; with the source in front where a product has several base pages. */
  readonly line: string;
  readonly rules: readonly string[];
  /** Statements by id, disputes and external services by kind and id; joined where several cite the line. */
  readonly statement: string | null;
  readonly reason: string | null;
}

/** Every line with content of the product's base pages, with the rules and the statement that cite it or the reason why none does. */
export function catalogRows(catalog: Catalog): CatalogRow[] {
  const pages = catalog.sources.filter((source) => source.kind === 'base');
  return pages.flatMap((page) => {
    const rules = new Map<number, string[]>();
    const statements = new Map<number, string[]>();
    const reasons = new Map<number, string>();
    const note = (into: Map<number, string[]>, citations: readonly Citation[], id: string) => {
      for (const line of citedLines(citations, page)) {
        const known = into.get(line) ?? [];
        if (!known.includes(id)) into.set(line, [...known, id]);
      }
    };
    for (const rule of catalog.rules) {
      note(rules, [...rule.sources, ...rule.services.flatMap((service) => service.sources)], `${catalog.product}/${rule.id}`);
    }
    for (const statement of catalog.statements) note(statements, statement.sources, statement.id);
    for (const dispute of catalog.disputes)
      note(
        statements,
        dispute.readings.flatMap((reading) => reading.sources),
        `dispute ${dispute.id}`,
      );
    for (const external of catalog.externals) note(statements, external.sources, `external ${external.id}`);
    for (const { lines, reason } of page.unused) for (const line of numbersIn(lines)) reasons.set(line, reason);
    return numbersIn(page.lines ?? '').map((line) => ({
      line: pages.length > 1 ? `${page.id} L${line}` : `L${line}`,
      rules: rules.get(line) ?? [],
      statement: statements.get(line)?.join(', ') ?? null,
      reason: reasons.get(line) ?? null,
    }));
  });
}

/** The line numbers of a page that citations name: `L70`, `L68-73`, `L52,L81`. */
export function citedLines(citations: readonly Citation[], page: SourceDeclaration): number[] {
  return citations
    .filter((citation) => citation.id === page.id)
    .flatMap((citation) => citation.row.split(','))
    .flatMap((part) => {
      const match = /^\s*L(\d+)(?:\s*-\s*L?(\d+))?\s*$/.exec(part);
      return match ? numbersIn(match[2] === undefined ? `${match[1]}` : `${match[1]}-${match[2]}`) : [];
    });
}

/** The numbers of `1-4,6`. */
export function numbersIn(text: string): number[] {
  if (text === '') return [];
  return text.split(',').flatMap((part) => {
    const [first = '0', last = first] = part.split('-');
    const low = Number(first);
    return Array.from({ length: Math.max(0, Number(last) - low + 1) }, (_, index) => low + index);
  });
}
