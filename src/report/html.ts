import { oneLine, type ReportInput } from './names.ts';
import { ruleSheet, type Sheet, type SheetFindings, type SheetTable } from './sheet.ts';

/** Nothing but the document itself: no script, no picture, no other address, even where a label found a way in. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light; }
body { margin: 32px; font: 13px/20px system-ui, sans-serif; color: #161b24; background: #fff; }
h1 { font-size: 28px; line-height: 36px; font-weight: 600; margin: 0 0 12px; }
h2 { font-size: 16px; line-height: 24px; font-weight: 600; margin: 32px 0 8px; }
table { border-collapse: collapse; width: 100%; font-size: 12.5px; font-variant-numeric: tabular-nums; }
th { text-align: left; background: #f0f2f5; }
th, td { border: 1px solid #d5dae2; padding: 4px 8px; vertical-align: top; overflow-wrap: break-word; }
td:nth-child(11) { overflow-wrap: anywhere; min-width: 96px; }
td:first-child { font-family: ui-monospace, monospace; font-size: 11px; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0; }
dt { color: #566072; } dd { margin: 0; }
@page { size: landscape; margin: 12mm; }
@media print { body { margin: 0; } h2 { break-after: avoid; } }
`;

/** The rule sheet as one HTML page that needs nothing else, to read, to print or to paste into a wiki. */
export function openingsHtml(input: ReportInput): string {
  return sheetHtml(ruleSheet(input), 'No openings are needed.');
}

/** Any sheet as one HTML page; `nothing` stands where it has no points. */
export function sheetHtml(sheet: Sheet, nothing: string): string {
  const facts = sheet.facts.map(([name, value]) => `<dt>${name}</dt><dd>${htmlText(value)}</dd>`);
  const parts = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${htmlText(sheet.title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${htmlText(sheet.title)}</h1>`,
    ...(facts.length > 0 ? [`<dl>${facts.join('')}</dl>`] : []),
    ...sheet.points.map(tableSection),
    ...(sheet.points.length === 0 ? [`<p>${htmlText(nothing)}</p>`] : []),
    ...(sheet.waived.rows.length > 0 ? [tableSection(sheet.waived)] : []),
    ...sheet.findings.filter(({ items }) => items.length > 0).map(findingsSection),
    '</body>',
    '</html>',
  ];
  return `${parts.join('\n')}\n`;
}

function tableSection({ title, header, rows }: SheetTable): string {
  const head = header.map((name) => `<th scope="col">${name}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((lines) => `<td>${lines.map(htmlText).join('<br>')}</td>`).join('')}</tr>`);
  return `<h2>${htmlText(title)}</h2>\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

function findingsSection({ title, items }: SheetFindings): string {
  const lines = items.map(({ severity, code, what, why, next, reason }) => {
    const accepted = reason === undefined ? '' : ` Accepted: ${htmlText(reason)}`;
    return `<li><strong>${severity}</strong> ${htmlText(code)}: ${[what, why, next].filter(Boolean).map(htmlText).join(' ')}${accepted}</li>`;
  });
  return `<h2>${title}</h2>\n<ul>\n${lines.join('\n')}\n</ul>`;
}

/** Free text, by allowlist: letters, digits and harmless punctuation stay, everything else becomes a numeric reference. */
function htmlText(text: string): string {
  return oneLine(text).replace(/[^\p{L}\p{N}\p{M} ,.;:/()?!*_|-]/gu, (character) => `&#${character.codePointAt(0)};`);
}
