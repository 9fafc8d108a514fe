import { describe, expect, it } from 'vitest';
import { analyze } from './analyze.ts';
import { judge } from './settings.ts';
import { host, type Part, planOf, product, typeOf } from './testing/post.ts';

const choice = (more: Part): Part => ({
  kind: 'choice',
  label: 'Mode',
  values: ['plain', 'secure', '445'].map((value) => ({ value, label: value })),
  ...more,
});

const SETTINGS: Record<string, Part> = {
  flag: { kind: 'flag', label: 'Flag', default: false },
  wordy: { kind: 'flag', label: 'Wordy', default: false, defaultWord: 'auto' },
  mode: choice({ default: 'plain', defaultWord: 'auto' }),
  port: { kind: 'port', label: 'Port', default: 100 },
  loose: { kind: 'port', label: 'Loose', random: true, default: 100 },
  ports: { kind: 'ports', label: 'Ports', default: '1-2' },
  release: { kind: 'version', label: 'Release', default: '1.0' },
  word: { kind: 'text', label: 'Word', default: '' },
  byMode: { kind: 'port', label: 'By mode', default: [{ by: 'mode', values: { plain: 1, secure: 2 } }, 3] },
  byZone: { kind: 'port', label: 'By zone', default: [{ zoneKind: { dmz: 4 } }, 5] },
  byLink: choice({ default: [{ linkedTo: { hub: 'secure', spoke: 'plain' } }, '445'] }),
  followed: choice({ default: [{ follow: 'mode', of: ['hub'] }, '445'] }),
  mapped: choice({ default: [{ follow: 'mode', of: ['hub'], values: { plain: 'secure' } }, '445'] }),
  circle: choice({ default: { by: 'circle', values: { plain: 'plain' } } }),
  bare: { kind: 'port', label: 'Bare' },
};

const catalog = product({
  types: [typeOf('leaf', { settings: SETTINGS }), typeOf('hub', { settings: { mode: SETTINGS.mode } }), typeOf('spoke')],
});
const declarations = catalog.types[0]?.settings ?? {};

const judged = (name: string, value: unknown) => {
  const declaration = declarations[name];
  if (!declaration) throw new Error(`no setting ${name}`);
  const answer = judge(declaration, value as string);
  return answer === null || answer === 'default' ? answer : answer.value;
};

describe('a value of the plan', () => {
  it('that says nothing, or the word for it, means the default', () => {
    expect(judged('port', null)).toBe('default');
    expect(judged('mode', 'auto')).toBe('default');
    expect(judged('word', 'auto')).toBe('auto');
  });

  it('of a flag is true or false; on and off only where a word for the default is declared', () => {
    expect([true, false].map((value) => judged('flag', value))).toEqual([true, false]);
    expect(['on', 'off', 1].map((value) => judged('flag', value))).toEqual([null, null, null]);
    expect(['on', 'off', 'auto', 'perhaps'].map((value) => judged('wordy', value))).toEqual([true, false, 'default', null]);
  });

  it('of a choice is one of its values, as text or number', () =>
    expect(['secure', 445, '445', 446, 'loud', true].map((value) => judged('mode', value))).toEqual([
      'secure',
      '445',
      '445',
      null,
      null,
      null,
    ]));

  it('of a port is a whole number from 1 to 65535; random only where that is declared', () => {
    expect([1, 65535, 0, 65536, 1.5, '80'].map((value) => judged('port', value))).toEqual([1, 65535, null, null, null, null]);
    expect(['port', 'loose'].map((name) => judged(name, 'random'))).toEqual([null, 'random']);
    expect(judged('loose', 'other')).toBeNull();
  });

  it('of ports, a version or a text is read in its own form', () => {
    expect(['5,1-3,4', 7, 'x', true].map((value) => judged('ports', value))).toEqual(['1-5', '7', null, null]);
    expect(['1.2', 'new', 2].map((value) => judged('release', value))).toEqual(['1.2', null, null]);
    expect(['x', '', 3].map((value) => judged('word', value))).toEqual(['x', '', null]);
  });
});

describe('a default', () => {
  /** The settings of one leaf beside other components. */
  const values = (settings: Part, others: [string, Part?][] = [], links: string[] = [], kind = 'internal') => {
    const plan = planOf({
      zones: [{ id: 'core', kind }],
      hosts: [
        host('leaf', 'core', '10.0.0.1', 'leaf', settings),
        ...others.map(([type, own = {}], index) => host(`${type}${index}`, 'core', `10.0.1.${index}`, type, own)),
      ],
      links: links.map((to) => ({ from: 'leaf-c', to: `${to}-c` })),
    });
    return Object.fromEntries(
      analyze(plan, [catalog])
        .settings.filter(({ component }) => component === 'leaf-c')
        .map(({ setting, value }) => [setting, value]),
    );
  };

  it('may hang on another setting of the component', () => {
    expect([{}, { mode: 'secure' }, { mode: '445' }].map((own) => values(own).byMode)).toEqual([1, 2, 3]);
    expect(values({ mode: 'loud' }).byMode).toBeNull();
  });

  it('may hang on the kind of the zone', () => expect(['internal', 'dmz'].map((kind) => values({}, [], [], kind).byZone)).toEqual([5, 4]));

  it('may hang on what the component is linked to; two answers are none', () => {
    const others: [string][] = [['hub'], ['spoke'], ['hub']];
    expect(values({}, others).byLink).toBe('445');
    expect(values({}, others, ['hub0']).byLink).toBe('secure');
    expect(values({}, others, ['hub0', 'hub2']).byLink).toBe('secure');
    expect(values({}, others, ['spoke1']).byLink).toBe('plain');
    expect(values({}, others, ['hub0', 'spoke1']).byLink).toBeNull();
  });

  it('may follow linked components, else all of the deployment; several that differ are unknown', () => {
    const plain: [string, Part] = ['hub', {}];
    const secure: [string, Part] = ['hub', { mode: 'secure' }];
    expect(values({}).followed).toBe('445');
    expect(values({}, [secure]).followed).toBe('secure');
    expect(values({}, [secure, secure]).followed).toBe('secure');
    expect(values({}, [plain, secure]).followed).toBeNull();
    expect(values({}, [plain, secure], ['hub1']).followed).toBe('secure');
    expect(values({}, [['hub', { mode: 'loud' }]]).followed).toBeNull();
    expect(values({}, [plain]).mapped).toBe('secure');
    expect(values({}, [secure]).mapped).toBe('445');
  });

  it('that hangs on itself, or that nothing gives, has no value', () => {
    expect(values({}).circle).toBeNull();
    expect(values({}).bare).toBeNull();
  });
});
