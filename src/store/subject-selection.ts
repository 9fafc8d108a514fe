import type { Analysis, Finding, Subject } from '../engine/result.ts';
import type { Plan } from '../model/plan.ts';
import { itemsSelection, NOTHING, type Selection } from './selection.ts';

/** A subject as one text. */
export function subjectKey(subject: Subject): string {
  return `${subject.kind}:${subject.id}`;
}

/** The selection that shows what a finding is about: its hosts and zones together, else the first thing that can be selected. */
export function selectionOf(finding: Pick<Finding, 'subjects'>, plan: Plan, analysis: Analysis | null): Selection {
  const ids = (kind: string) => finding.subjects.filter((subject) => subject.kind === kind).map((subject) => subject.id);
  const hosts = ids('host').filter((id) => plan.hosts.some((host) => host.id === id));
  const zones = ids('zone').filter((id) => plan.zones.some((zone) => zone.id === id));
  const components = ids('component').flatMap((component) => {
    const host = plan.hosts.find((one) => one.components.some((other) => other.id === component));
    return host ? [{ host: host.id, component }] : [];
  });
  const [only, ...more] = components;
  if (only && more.length === 0 && hosts.length === 0 && zones.length === 0) return { kind: 'component', ...only };
  const items = itemsSelection({ zones, hosts: [...new Set([...hosts, ...components.map((component) => component.host)])] });
  if (items.kind !== 'none') return items;
  const boundary =
    ids('boundary')[0] ?? analysis?.boundaries.find((one) => one.firewall !== null && ids('firewall').includes(one.firewall))?.id;
  if (boundary !== undefined) return { kind: 'boundary', id: boundary };
  const external = ids('external')[0];
  return external === undefined ? NOTHING : { kind: 'external', id: external };
}
