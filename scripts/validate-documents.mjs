// Lets other programs read the documents of every template: `npm run validate-documents [-- --record FILE]`. qpdf and pdftotext read the
// PDF, LibreOffice the workbook and the CSV files; each must refuse a broken twin. Says which program is missing, and what was not tried for it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { buildCli, CLI } from './build-cli.mjs';
import { ROOT } from './root.mjs';

await buildCli();
const folder = mkdtempSync(join(tmpdir(), 'portolan-documents-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const has = (/** @type {string} */ program) => spawnSync(program, ['--version']).error === undefined;
const [qpdf, pdftotext, soffice] = [has('qpdf'), has('pdftotext'), has('soffice')];
/** @type {string[]} */
const problems = [];
/** @type {string[]} */
const rows = [];

for (const file of readdirSync(join(ROOT, 'templates'))) {
  const name = file.replace(/\.plan\.json$/, '');
  const plan = join(ROOT, 'templates', file);
  const { openings } = JSON.parse(run('openings', plan, '--format', 'json'));
  const check = (/** @type {string} */ what, /** @type {boolean} */ fine) => {
    if (!fine) problems.push(`${name}: ${what}`);
    return fine ? 'yes' : 'NO';
  };

  const pdf = exported(plan, name, 'pdf');
  const pdfFine = qpdf ? check('qpdf refuses the PDF', accepts('qpdf', '--check', pdf)) : 'not tried';
  const pdfTwin = qpdf ? check('qpdf takes the broken PDF', !accepts('qpdf', '--check', broken(pdf))) : 'not tried';
  const text = pdftotext ? spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 }).stdout : '';
  const missing = openings.filter((/** @type {{ id: string }} */ { id }) => !text.includes(id)).length;
  const found = pdftotext ? check(`pdftotext misses ${missing} openings`, missing === 0) : 'not tried';

  let cells = 'not tried';
  let twin = 'not tried';
  let locales = 'not tried';
  if (soffice) {
    const xlsx = exported(plan, name, 'xlsx');
    const [written, read] = [await sheetsOf(xlsx), convertedSheets(xlsx, Object.keys(await sheetsOf(xlsx)))];
    const listed = new Set(Object.values(read).flat(2));
    cells = check(
      'the workbook reads differently in LibreOffice',
      same(written, read) && openings.every((/** @type {{ id: string }} */ { id }) => listed.has(id)),
    );
    twin = check('LibreOffice takes the broken workbook', !convertible(broken(xlsx)));
    const german = exported(plan, `${name}-de`, 'csv', '--separator', ';', '--bom');
    locales = check(
      'a CSV file reads differently in LibreOffice',
      same(cellsOf(exported(plan, name, 'csv'), ','), converted(exported(plan, name, 'csv'), ',')) &&
        same(cellsOf(german, ';'), converted(german, ';')),
    );
  }
  rows.push(`| ${[name, openings.length, pdfFine, pdfTwin, found, cells, twin, locales].join(' | ')} |`);
  console.log(rows.at(-1));
}

const record = [
  '| template | openings | qpdf takes the PDF | refuses its broken twin | pdftotext finds every opening | every sheet of the workbook cell by cell | LibreOffice refuses its broken twin | both CSV dialects cell by cell |',
  '|---|---|---|---|---|---|---|---|',
  ...rows,
].join('\n');
const [flag, target] = process.argv.slice(2);
if (flag === '--record' && target !== undefined) {
  const former = readFileSync(target, 'utf8');
  writeFileSync(target, `${former.slice(0, former.indexOf('<!-- results -->'))}<!-- results -->\n\n${record}\n`);
}
for (const problem of problems) console.error(`FAILED ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);

/** @param {...string} words */
function run(...words) {
  const made = spawnSync(process.execPath, [join(ROOT, CLI), ...words], { encoding: 'utf8', maxBuffer: 1e9 });
  if (made.status !== 0) throw new Error(made.stderr);
  return made.stdout;
}

/**
 * @param {string} plan
 * @param {string} name
 * @param {string} format
 * @param {...string} options
 */
function exported(plan, name, format, ...options) {
  const path = join(folder, `${name}.${format}`);
  run('export', plan, '--to', format, '-o', path, '--force', ...options);
  return path;
}

/** @param {string} program @param {...string} words */
function accepts(program, ...words) {
  return spawnSync(program, words).status === 0;
}

/** The file with its middle and end gone. @param {string} path */
function broken(path) {
  const twin = path.replace(/(\.\w+)$/, '-broken$1');
  const bytes = readFileSync(path);
  writeFileSync(twin, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
  return twin;
}

/** What LibreOffice makes of a CSV file. @param {string} path @param {string} separator */
function converted(path, separator) {
  const out = toCsv(path, '', `--infilter=CSV:${separator.charCodeAt(0)},34,UTF8,1,,0,true`);
  const [file] = readdirSync(out);
  return file === undefined ? [] : cellsOf(join(out, file), ',');
}

/** What LibreOffice makes of the sheets of a workbook, by name. @param {string} path @param {readonly string[]} names */
function convertedSheets(path, names) {
  const out = toCsv(path, ',-1');
  const stem = basename(path, '.xlsx');
  return Object.fromEntries(names.map((name) => [name, trimmed(cellsOf(join(out, `${stem}-${name}.csv`), ','))]));
}

/** The cells of a workbook as its own library reads them, by name of the sheet. @param {string} path */
async function sheetsOf(path) {
  const { sheets } = await readXlsx(readFileSync(path));
  return Object.fromEntries(
    sheets.map(({ name, rows: lines }) => [name, trimmed(lines.map((line) => line.map((cell) => String(cell ?? ''))))]),
  );
}

/** Rows without the empty cells at their ends. @param {string[][]} lines */
function trimmed(lines) {
  return lines.map((line) => line.slice(0, line.findLastIndex((cell) => cell !== '') + 1));
}

/** @param {string} path @param {string} sheet @param {...string} options */
function toCsv(path, sheet, ...options) {
  const out = mkdtempSync(join(folder, 'lo-'));
  const filter = `csv:Text - txt - csv (StarCalc):44,34,UTF8,1,,0,false,true,false,false,false${sheet}`;
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync('soffice', [profile, '--headless', ...options, '--convert-to', filter, '--outdir', out, path], { encoding: 'utf8' });
  return out;
}

/** The cells of a CSV file as they stand in it. @param {string} path @param {string} delimiter */
function cellsOf(path, delimiter) {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return /** @type {string[][]} */ (Papa.parse(text.trim(), { delimiter }).data);
}

/** @param {string} path */
function convertible(path) {
  const out = mkdtempSync(join(folder, 'lo-'));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'csv', '--outdir', out, path]);
  return readdirSync(out).some((file) => readFileSync(join(out, file), 'utf8').includes('Firewall rule sheet'));
}

/** @param {unknown} a @param {unknown} b */
function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
