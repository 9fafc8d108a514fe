import { readFileSync } from 'node:fs';
import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { readPlan } from '../../model/gate.ts';
import type { Plan } from '../../model/plan.ts';
import { configurationOf, OWN_STYLES } from './configuration.ts';
import { styleOf } from './styles.ts';

const read = readPlan(new Uint8Array(readFileSync(new URL('../../../templates/tanium-windows-dmz.plan.json', import.meta.url))));
if (!read.ok) throw new Error(read.error.what);
const template = read.plan;

/** The template with its firewalls in these styles. */
function inputWith(styles: Readonly<Record<string, string>>) {
  const plan: Plan = {
    ...template,
    firewalls: template.firewalls.map(({ style: _, ...firewall }) => ({
      ...firewall,
      ...(styles[firewall.id] === undefined ? {} : { style: styles[firewall.id] }),
    })),
  };
  return { plan, analysis: analyze(plan, catalogs), date: null, remove: false };
}

describe('every firewall in its own style', () => {
  const idOf = (name: string) => template.firewalls.find((firewall) => firewall.name === name)?.id ?? '';
  const [core, edge] = [idOf('FW-CORE'), idOf('FW-EDGE')];

  it('writes about each firewall what its style writes, and of no other', () => {
    const input = inputWith({ [core]: 'panos', [edge]: 'asa' });
    const own = configurationOf(OWN_STYLES, input);
    const of = (style: string, id: string) =>
      styleOf(style)
        ?.render(input)
        .files.filter((file) => file.of.id === id);
    expect(own?.files).toEqual([...(of('asa', edge) ?? []), ...(of('panos', core) ?? [])]);
    expect(own?.files).toHaveLength(2);
  });

  it('names the points that have no style, or one that nothing is known of', () => {
    const own = configurationOf(OWN_STYLES, inputWith({ [core]: 'panos', [edge]: 'something-else' }));
    expect(own?.files.map((file) => file.of.id)).toEqual([core]);
    expect(own?.unstyled).toContain('FW-EDGE');
  });

  it('takes away only where the style has removals', () => {
    const own = configurationOf(OWN_STYLES, { ...inputWith({ [core]: 'panos', [edge]: 'terraform-gcp' }), remove: true });
    expect(own?.files.find((file) => file.of.id === core)?.text).toContain('\ndelete ');
    expect(own?.files.find((file) => file.of.id === edge)).toBeUndefined();
    expect(own?.refused).toContainEqual(expect.objectContaining({ where: 'FW-EDGE', what: 'removals' }));
  });
});

it('knows no style of another name', () => {
  expect(configurationOf('none-such', inputWith({}))).toBeNull();
});
