import type { Analysis } from '../../engine/result.ts';
import { lookup } from '../../model/dictionary.ts';
import type { Component, Host } from '../../model/plan.ts';
import { typeOf } from '../../store/catalogs.ts';
import { findingsOfHost } from '../../store/selectors.ts';

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
