// How long the PDF rule sheet takes beside pdfmake alone with the same table: `node bench/pdf.mjs [lines] [runs]`, from the project's root.
import { createServer } from 'vite';

const [lines = '500', runs = '5'] = process.argv.slice(2);
const server = await createServer({ server: { middlewareMode: true, watch: null, ws: false }, appType: 'custom', logLevel: 'error' });
const { measurePdf } = await server.ssrLoadModule('/bench/pdf.ts');
const { lines: made, sheet, table, bare } = await measurePdf(Number(lines), Number(runs));
process.stdout.write('| lines | whole sheet ms | openings alone ms | pdfmake alone ms | openings / pdfmake |\n|---|---|---|---|---|\n');
process.stdout.write(`| ${[made, sheet.toFixed(0), table.toFixed(0), bare.toFixed(0), (table / bare).toFixed(2)].join(' | ')} |\n`);
await server.close();
