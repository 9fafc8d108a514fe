import type { Analysis } from '../../engine/result.ts';
import type { Component, Host } from '../../model/plan.ts';
import { mainPortOf } from '../../model/type-words.ts';
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

/** The port that a card shows beside a component; empty for none. */
export function mainPort(component: Component, analysis: Analysis | null): string {
  return mainPortOf(typeOf(component.type), component, (setting) =>
    analysis ? settingMap(analysis).get(JSON.stringify([component.id, setting])) : undefined,
  );
}

/** What the pill on a card, or on the zone that stands for some cards, says: the gravest severity and the number of findings that ask for attention; empty for none. */
export function findingPill(analysis: Analysis | null, ...hosts: readonly Host[]): '' | `${'error' | 'warning'} ${number}` {
  const findings = [...new Set(hosts.flatMap((host) => findingsOfHost(analysis, host)))].filter((finding) => finding.severity !== 'info');
  if (findings.length === 0) return '';
  return `${findings.some((finding) => finding.severity === 'error') ? 'error' : 'warning'} ${findings.length}`;
}

/** The icon of a host: that of its first component's type. */
export function hostIconName(host: Pick<Host, 'components'>): string | undefined {
  const first = host.components[0];
  return first ? typeOf(first.type)?.icon : 'server';
}
