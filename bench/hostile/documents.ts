import catalogs from 'virtual:catalogs';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { analyze } from '../../src/engine/analyze.ts';
import type { Plan } from '../../src/model/plan.ts';
import { DEFAULT_OPTIONS } from '../../src/share/document-options.ts';
import { makeDocument } from '../../src/share/documents.ts';
import { planWith } from './plan.ts';

/** Documents whose makers are asked; a PNG is the SVG in pixels. */
export const DOCUMENT_FORMATS = ['csv', 'xlsx', 'pdf', 'md', 'html', 'json', 'zip', 'svg', 'drawio', 'mermaid'];

/**
 * What a document is made of besides its text: elements and attributes of markup, columns of tables, arrows of a chart, keys of JSON. Harmless and harmful
 * texts must give the same. Throws where a document holds what none may hold, such as a formula, a script or an address of elsewhere that can be followed.
 */
async function skeleton(format: string, text: string): Promise<string> {
  const plan = planWith(text);
  const input = { plan, analysis: analyze(plan, catalogs), catalogs, date: '2026-11-27' };
  const made = await makeDocument(format, input, DEFAULT_OPTIONS);
  if (!made) throw new Error(`no document ${format}`);
  const { content } = made;
  switch (format) {
    case 'csv':
      return csvSkeleton(String(content));
    case 'md':
      return mdSkeleton(String(content));
    case 'json':
      return keys(JSON.parse(String(content)));
    case 'html':
    case 'svg':
    case 'drawio':
      return markupSkeleton(String(content));
    case 'mermaid':
      return mermaidSkeleton(String(content));
    case 'pdf':
      return pdfSkeleton(content as Uint8Array);
    default:
      return zipSkeleton(content as Uint8Array);
  }
}

/** Compares every document of a text with the same document of a harmless one. Gives what differs or is forbidden; empty where all is well. */
export async function tryDocuments(text: string, plain: ReadonlyMap<string, string>): Promise<string[]> {
  const wrong: string[] = [];
  for (const format of DOCUMENT_FORMATS) {
    try {
      const found = await skeleton(format, text);
      if (found !== plain.get(format)) wrong.push(`${format}: ${difference(plain.get(format) ?? '', found)}`);
    } catch (problem) {
      wrong.push(`${format}: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  }
  return wrong;
}

/** The same for a harmless text. */
export async function plainDocuments(): Promise<Map<string, string>> {
  return new Map(await Promise.all(DOCUMENT_FORMATS.map(async (format) => [format, await skeleton(format, 'Plain')] as const)));
}

function csvSkeleton(csv: string): string {
  const rows = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
  for (const cell of rows.flat())
    if (/^[\s\u200b\ufeff]*[=+\-@\t\r\n＝＋－＠]/.test(cell)) throw new Error(`a formula: ${JSON.stringify(cell)}`);
  return rows.map((row) => row.length).join();
}

/** Kinds of lines: how many cells rows have, headings, lists; anything that starts other markup must be escaped. */
function mdSkeleton(md: string): string {
  if (/(?<!\\)<(?!br>)[a-z!/?]/i.test(md)) throw new Error('markup');
  if (/(?<!\\)!\[|(?<!\\)\]\((?!https:\/\/(?!elsewhere))/.test(md)) throw new Error('a picture or an address');
  const shapes = md
    .split('\n')
    .map((line) =>
      line.startsWith('|') ? `|${line.split(/(?<!\\)\|/).length}` : (/^#+|^[-*] /.exec(line)?.[0] ?? (line === '' ? '' : 'p')),
    );
  return [...new Set(shapes)].sort().join('\n');
}

function keys(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(keys).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return typeof value;
  return `{${Object.entries(value)
    .map(([key, entry]) => `${/^[a-z-]+$/i.test(key) ? key : '*'}:${keys(entry)}`)
    .join()}}`;
}

/** Elements with the names of their attributes, in order; texts in the picture are broken differently by length, so that lines of text count once. */
function markupSkeleton(markup: string): string {
  const tags = markup.match(/<[^>]*>/g) ?? [];
  if (/&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)/i.test(markup)) throw new Error('an entity');
  return [...new Set(tags.map(tagShape))].sort().join('\n');
}

function tagShape(tag: string): string {
  if (/^<(?:script|iframe|embed|link|base|form|foreignObject|use|animate|!\[CDATA|!ENTITY)/i.test(tag))
    throw new Error(`the element ${tag.slice(0, 40)}`);
  if (/^<object(?! label=)/.test(tag)) throw new Error('an object');
  const attributes = [...tag.matchAll(/\s([\w:-]+)=("[^"]*"|'[^']*')/g)].map(([, name = '', value = '']) => {
    if (/^on/i.test(name)) throw new Error(`the attribute ${name}`);
    if (/href|src|action/i.test(name) && !/^"(?:#|https:\/\/(?!elsewhere)|data:(?:image|font)\/)/.test(value))
      throw new Error(`the address ${value.slice(0, 40)}`);
    return name;
  });
  return `${/^<[!/?]?[\w:-]+/.exec(tag)?.[0] ?? tag} ${attributes.join(' ')}`;
}

function mermaidSkeleton(chart: string): string {
  if (/^\s*(?:click|href|call|style|linkStyle)\b|%%\{/m.test(chart)) throw new Error('a command');
  const lines = chart
    .replace(/"[^"\n]*"/g, '""')
    .replace(/\bn\d+\b/g, 'n')
    .split('\n');
  return lines.sort().join('\n');
}

function pdfSkeleton(bytes: Uint8Array): string {
  const raw = new TextDecoder('latin1')
    .decode(bytes)
    .replace(/stream\r?\n[\s\S]*?endstream/g, '')
    .replace(/\((?!https?:)(?:\\[\s\S]|[^\\()])*\)/g, '()');
  for (const name of ['JavaScript', 'JS', 'OpenAction', 'AA', 'EmbeddedFile', 'Launch', 'SubmitForm', 'RichMedia', 'XFA'])
    if (new RegExp(`/${name}\\b`).test(raw)) throw new Error(`/${name}`);
  if (/\/URI\s*\((?!https:\/\/(?!elsewhere))/.test(raw)) throw new Error('an address');
  return raw.slice(0, 8);
}

function zipSkeleton(bytes: Uint8Array): string {
  const files = Object.entries(unzipSync(bytes));
  for (const [name, content] of files) {
    if (/\.\.|^\/|\\|:/.test(name)) throw new Error(`the path ${name}`);
    const text = new TextDecoder().decode(content);
    if (/<f[ >]|<hyperlink|externalLink|vbaProject/.test(text) && name.endsWith('.xml')) throw new Error(`a formula or link in ${name}`);
    if (name.endsWith('.csv')) csvSkeleton(text);
  }
  return files.map(([name]) => name.replace(/^[a-z0-9-]+(?=\.(?:csv|xlsx|md|json)$)/, '*')).join('\n');
}

function difference(plain: string, found: string): string {
  const [a, b] = [plain.split('\n'), found.split('\n')];
  const at = b.findIndex((line, index) => line !== a[index]);
  return `unlike a harmless text: ${JSON.stringify((b[at] ?? '').slice(0, 160))} for ${JSON.stringify((a[at] ?? '').slice(0, 160))}`;
}

/** The HTML sheet and the picture of a plan, as a browser would open them. */
export async function documentsOf(plan: Plan): Promise<string[]> {
  const input = { plan, analysis: analyze(plan, catalogs), catalogs, date: '2026-11-27' };
  const made = await Promise.all(['html', 'svg'].map((name) => makeDocument(name, input, DEFAULT_OPTIONS)));
  return made.map((document) => String(document?.content));
}
