import type { Analysis } from '../../engine/result.ts';
import { lookup } from '../../model/dictionary.ts';
import type { Component, Host } from '../../model/plan.ts';
import { typeOf } from '../../store/catalogs.ts';
import { findingsOfHost } from '../../store/selectors.ts';

/** The part of an address that the zone's network does not already say: `.1.10` in 10.10.0.0/16; the whole address where it lies elsewhere. */
export function addressSuffix(address: string, cidrs: readonly string[]): string {
  const octets = address.split('.');
  if (octets.length !== 4 || address.includes('/') || address.includes('-')) return address;
  for (const cidr of cidrs) {
    const [network = '', prefix = ''] = cidr.split('/');
    const whole = Math.floor(Number(prefix) / 8);
    const parts = network.split('.');
    if (parts.length !== 4 || whole < 1) continue;
    const kept = Math.min(whole, 3);
    if (parts.slice(0, kept).every((part, index) => part === octets[index])) return `.${octets.slice(kept).join('.')}`;
  }
  return address;
}

const settingMaps = new WeakMap<Analysis, Map<string, string>>();

function settingMap(analysis: Analysis): Map<string, string> {
  let map = settingMaps.get(analysis);
  if (!map) {
    map = new Map(
      analysis.settings.flatMap((one): [string, string][] =>
        one.value === null ? [] : [[JSON.stringify([one.component, one.setting]), String(one.value)]],
      ),
    );
    settingMaps.set(analysis, map);
  }
  return map;
}

/** The port that a card shows beside a component: fixed by its type, or the value of the setting the type names; empty for none. */
export function mainPort(component: Component, analysis: Analysis | null): string {
  const port = typeOf(component.type)?.mainPort;
  if (port === undefined) return '';
  if (typeof port === 'number') return String(port);
  const effective = analysis && settingMap(analysis).get(JSON.stringify([component.id, port]));
  const written = lookup(component.settings, port);
  return effective ?? (written === undefined || written === null ? '' : String(written));
}

/** What the pill on a card says: the gravest severity and the number of findings that ask for attention; empty for none. */
export function findingPill(analysis: Analysis | null, host: Host): '' | `${'error' | 'warning'} ${number}` {
  const findings = findingsOfHost(analysis, host).filter((finding) => finding.severity !== 'info');
  if (findings.length === 0) return '';
  return `${findings.some((finding) => finding.severity === 'error') ? 'error' : 'warning'} ${findings.length}`;
}

/** The icon of a host: that of its first component's type. */
export function hostIconName(host: Pick<Host, 'components'>): string | undefined {
  const first = host.components[0];
  return first ? typeOf(first.type)?.icon : 'server';
}
