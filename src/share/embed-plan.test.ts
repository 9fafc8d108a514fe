// @vitest-environment jsdom

import catalogs from 'virtual:catalogs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { readPlan } from '../model/gate.ts';
import type { Plan } from '../model/plan.ts';
import { writePlan } from '../model/write-plan.ts';
import { DEFAULT_OPTIONS } from './document-options.ts';
import { DOCUMENT_NAMES, makeDocument } from './documents.ts';
import { CARRIERS, PLAN_ENTRY } from './embed-plan.ts';

const LABELS = [
  '"></data><script>alert(1)</script>',
  '</metadata></svg><svg onload="x">]]>&lt;&amp;',
  `' onmouseover='x' \\u003c \\" }\n}`,
  '中文 \u{1F600} \u202e\u0000\u0001\ufffe\uffff \ud800',
  '</body></html><!-- --> <![CDATA[',
];
const SECRET = 'shown-nowhere';
/** Pictures show where things stand. */
const PICTURES = ['svg', 'png', 'drawio'];

function planOf(label: string): Plan {
  const read = readPlan({
    format: 'portolan.plan',
    version: 1,
    title: label,
    description: label,
    zones: [
      { id: 'a', name: label, cidrs: ['10.0.0.0/24'] },
      { id: 'b', cidrs: ['10.0.1.0/24'] },
    ],
    hosts: [
      { id: 'h1', name: label, zone: 'a', addresses: ['10.0.0.1'] },
      { id: 'h2', zone: 'b', addresses: ['10.0.1.1'] },
    ],
    requirements: [{ id: 'r', from: [{ host: 'h1' }], to: [{ host: 'h2' }], service: { protocol: 'tcp', ports: '443' }, purpose: label }],
    layout: { zones: { a: { x: 31337, y: 0, width: 400, height: 300 } }, hosts: {} },
    [SECRET]: SECRET,
  });
  if (!read.ok) throw new Error(`${read.error.what} at ${read.error.where}`);
  return read.plan;
}

const made = async (name: string, plan: Plan, embedPlan: boolean) => {
  const options = { ...DEFAULT_OPTIONS, embedPlan, rasterise: async () => new Uint8Array(1) };
  const document = await makeDocument(name, { plan, analysis: analyze(plan, catalogs), catalogs, date: null }, options);
  return document?.content ?? '';
};

/** What reads back from a document, and what else its markup holds. */
function embedded(name: string, content: string | Uint8Array): { plan: unknown; elements: string[] } {
  if (name === 'zip') return { plan: JSON.parse(new TextDecoder().decode(unzipSync(content as Uint8Array)[PLAN_ENTRY])), elements: [] };
  if (name === 'json') return { plan: JSON.parse(String(content)).plan, elements: [] };
  const document = new DOMParser().parseFromString(String(content), name === 'svg' ? 'image/svg+xml' : 'text/html');
  const element = document.querySelector('#portolan-plan');
  const text = name === 'svg' ? element?.textContent : element?.getAttribute('value');
  return { plan: JSON.parse(text ?? 'null'), elements: [...document.querySelectorAll('*')].map(({ localName }) => localName) };
}

describe('a document', () => {
  it.each(DOCUMENT_NAMES)('%s holds nothing of the plan that it does not show, unless asked', async (name) => {
    const content = await made(name, planOf('plain'), false);
    const parts = name === 'zip' ? Object.entries(unzipSync(content as Uint8Array)) : [[name, content] as const];
    for (const [part, bytes] of parts) {
      expect(part).not.toBe(PLAN_ENTRY);
      const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('latin1');
      expect(text).not.toContain(SECRET);
      if (!PICTURES.includes(name)) expect(text).not.toContain('31337');
      expect(text).not.toContain('portolan-plan');
    }
  });

  it.each(CARRIERS)('%s carries the plan on demand: it reads back through the gate as it was, whatever the labels', async (name) => {
    for (const label of LABELS) {
      const plan = planOf(label);
      const [without, inside] = [await made(name, plan, false), await made(name, plan, true)];
      const { plan: found, elements } = embedded(name, inside);
      const read = readPlan(found);
      expect(read.ok && writePlan(read.plan), label).toBe(writePlan(plan));
      if (name === 'html' || name === 'svg') {
        const added = name === 'html' ? 'data' : 'metadata';
        expect(elements.filter((element) => element !== added)).toEqual(embeddedElements(name, without));
        expect(elements.filter((element) => element === added).length).toBe(1);
      }
    }
  });
});

function embeddedElements(name: string, content: string | Uint8Array): string[] {
  const document = new DOMParser().parseFromString(String(content), name === 'svg' ? 'image/svg+xml' : 'text/html');
  return [...document.querySelectorAll('*')].map(({ localName }) => localName);
}
