import { createRequire } from 'node:module';
import catalogs from 'virtual:catalogs';
import templates from 'virtual:templates';
import { parse } from '@cdktf/hcl2json';
import { Language, Parser } from '@vscode/tree-sitter-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { planSchema } from '../../model/plan.ts';
import { STYLES } from './styles.ts';

/** Whole outputs of ten templates that between them have names, any Internet address, ICMP, ESP and several enforcement points. */
const CHOSEN = [
  'Tanium with a zone server',
  'Patching and monitoring of a branch',
  'Tanium Appliances in two data centres',
  'Intrusion prevention, monitoring and threat detection together',
  'Threat Manager with everything local',
  'Threat Manager with its own database tier and a branch',
  'Threat Manager watching file servers',
  'SMS in a security operations centre',
  'Intrusion prevention with one SMS',
  'SMS pair in two data centres',
];

const plans = templates.map((template) => planSchema.parse(template));
const chosen = CHOSEN.map((title) => {
  const plan = plans.find((each) => each.title === title);
  if (!plan) throw new Error(`no template ${title}`);
  return plan;
});

function written(plan: (typeof plans)[number], style: (typeof STYLES)[number], remove = false) {
  const { files, refused } = style.render({ plan, analysis: analyze(plan, catalogs), date: null, remove });
  const parts = files.map(({ of, extension, text }) => `==> ${of.id}.${extension}\n${text.replaceAll('\r\n', '\n')}`);
  return {
    files,
    text: [...parts, '==> refused\n', ...refused.map((each) => `${each.line} ${each.where}: ${each.what}: ${each.reason}\n`)].join(''),
  };
}

describe.each(chosen.map((plan) => ({ name: plan.title.toLowerCase().replace(/[^a-z0-9]+/g, '-'), plan })))('$name', ({ name, plan }) => {
  it.each(STYLES.map((style) => ({ id: style.id, style })))('gives $id what it always gave', async ({ id, style }) => {
    await expect(written(plan, style).text).toMatchFileSnapshot(`goldens/${name}.${id}.txt`);
  });
});

it('gives the removals it always gave', async () => {
  const [plan] = chosen;
  if (!plan) throw new Error('no template');
  const text = STYLES.filter((style) => style.removes).map((style) => `### ${style.id}\n${written(plan, style, true).text}`);
  await expect(text.join('\n')).toMatchFileSnapshot('goldens/removals.txt');
});

describe('Terraform of every template', () => {
  const terraform = STYLES.filter((style) => style.extensions.includes('tf'));

  it.each(plans.map((plan) => ({ title: plan.title, plan })))('is read by the parser of HCL: $title', async ({ plan }) => {
    for (const style of terraform)
      for (const { text } of written(plan, style).files) {
        const read = await parse('plan.tf', text);
        const blocks = [...text.matchAll(/^resource "([a-z_0-9]+)" "/gm)].map((match) => match[1] ?? '');
        const found = Object.entries((read.resource ?? {}) as Record<string, object>).flatMap(([type, named]) =>
          Object.keys(named).map(() => type),
        );
        expect(found.sort()).toEqual(blocks.sort());
      }
  });

  it('stands in one folder, as one module: nothing is declared twice', () => {
    for (const plan of plans)
      for (const style of terraform) {
        const declared = written(plan, style).files.flatMap(({ text }) =>
          [...text.matchAll(/^(?:resource|variable) .*(?= \{)/gm)].map(String),
        );
        expect(new Set(declared).size).toBe(declared.length);
      }
  });

  it('is refused by it once broken', async () => {
    for (const style of terraform) {
      const [file] = chosen[0] ? written(chosen[0], style).files : [];
      await expect(parse('plan.tf', (file?.text ?? '').replace('description', 'description "'))).rejects.toThrow();
    }
  });
});

describe('scripts of every template', () => {
  const parsed = new Map([
    ['ps1', 'powershell'],
    ['sh', 'bash'],
  ]);
  const parsers = new Map<string, Parser>();
  beforeAll(async () => {
    await Parser.init();
    const folder = createRequire(import.meta.url)
      .resolve('@vscode/tree-sitter-wasm')
      .replace(/tree-sitter\.js$/, '');
    for (const [extension, language] of parsed) {
      const parser = new Parser();
      parser.setLanguage(await Language.load(`${folder}tree-sitter-${language}.wasm`));
      parsers.set(extension, parser);
    }
  });
  const hasError = (extension: string, text: string) => parsers.get(extension)?.parse(text)?.rootNode.hasError ?? null;

  const scripts = STYLES.filter((style) => style.extensions.some((extension) => parsed.has(extension)));

  it.each(plans.map((plan) => ({ title: plan.title, plan })))('are read by grammars of PowerShell and bash: $title', ({ plan }) => {
    for (const style of scripts)
      for (const remove of style.removes ? [false, true] : [false])
        for (const { extension, text, of } of written(plan, style, remove).files)
          expect(hasError(extension, text), `${of.id}.${extension}`).toBe(false);
  });

  it('are refused by them once broken', () => {
    const [plan] = chosen;
    if (!plan) throw new Error('no template');
    for (const style of scripts)
      for (const { extension, text } of written(plan, style).files.slice(0, 2)) expect(hasError(extension, `${text}\n'x' (`)).toBe(true);
  });
});
