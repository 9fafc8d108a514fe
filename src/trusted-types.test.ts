import { expect, it, vi } from 'vitest';

vi.stubGlobal('location', { href: 'https://plans.example/portolan/#p=1' });
const made: { name: string; rules: Record<string, unknown> }[] = [];
vi.stubGlobal('trustedTypes', { createPolicy: (name: string, rules: Record<string, unknown>) => made.push({ name, rules }) });
const { admitWorkerAddress } = await import('./trusted-types.ts');

const HERE = 'https://plans.example/portolan/#p=1';

it('makes one policy, and that has no way to make HTML or a script from text', () => {
  expect(made.map(({ name, rules }) => [name, Object.keys(rules)])).toEqual([['default', ['createScriptURL']]]);
});

it("admits the page's own workers", () => {
  const worker = 'https://plans.example/portolan/assets/engine.worker-B3x_9-Qa.js';
  expect(admitWorkerAddress(worker, HERE)).toBe(worker);
  expect(admitWorkerAddress('assets/engine.worker-B3x_9-Qa.js', HERE)).toBe(worker);
  expect(admitWorkerAddress('./sw.js', HERE)).toBe('https://plans.example/portolan/sw.js');
});

it.each([
  'https://elsewhere.example/assets/engine.worker-B3x9Qa.js',
  '//elsewhere.example/engine.worker-B3x9Qa.js',
  'data:text/javascript,alert(1)//engine.worker-B3x9Qa.js',
  'blob:https://plans.example/0b6ee3c4-8f8d-4c0e-9b7c-000000000000',
  'javascript:alert(1)//engine.worker-B3x9Qa.js',
  'http://plans.example/assets/engine.worker-B3x9Qa.js',
  'assets/index-B3x9Qa.js',
  'https://elsewhere.example/sw.js',
  'assets/swan.js',
  '?x=/engine.worker-B3x9Qa.js',
])('refuses %s', (url) => {
  expect(() => admitWorkerAddress(url, HERE)).toThrow(TypeError);
});
