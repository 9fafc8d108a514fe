import type { Analysis, Deviation, OpeningEnd, Point, Subject } from '../engine/result.ts';
import { nameOf, type Plan } from '../model/plan.ts';
import { printable } from '../model/printable.ts';

/** What a report has to work with: the plan for its names, the analysis for everything else. */
export interface ReportInput {
  readonly plan: Plan;
  readonly analysis: Analysis;
}

/** Names to print for ids. Every text is one printable line; an id that names nothing stands for itself. */
export interface Names {
  readonly host: (id: string) => string;
  readonly zone: (id: string) => string;
  readonly boundary: (id: string) => string;
  readonly firewall: (id: string) => string;
  readonly point: (point: Point) => string;
  readonly end: (end: OpeningEnd) => string;
  readonly subject: (subject: Subject) => string;
  /** A changed port in words: `zs1-zone-server hubPort 17473 instead of 17472`. */
  readonly deviation: (deviation: Deviation) => string;
}

/** Looks up the names of one plan. Things of one kind that share a name get their id beside it. */
export function makeNames({ plan, analysis }: ReportInput): Names {
  const host = lookupIn(plan.hosts.map((thing) => [thing.id, nameOf(thing)]));
  const zone = lookupIn([
    ...plan.zones.map((thing): Entry => [thing.id, nameOf(thing)]),
    ...analysis.zones.map((thing): Entry => [thing.id, thing.name]),
  ]);
  const boundary = lookupIn(analysis.boundaries.map((thing) => [thing.id, thing.name]));
  const firewall = lookupIn(plan.firewalls.map((thing) => [thing.id, nameOf(thing)]));
  const values = new Map(analysis.settings.filter((each) => each.changed).map((each) => [settingKey(each), each.value]));
  return {
    host,
    zone,
    boundary,
    firewall,
    point: (point) => (point.kind === 'firewall' ? firewall(point.id) : oneLine(point.name || point.id)),
    end: (end) => {
      if ('host' in end) return host(end.host);
      if ('zone' in end) return zone(end.zone);
      if ('cidr' in end) return oneLine(end.cidr);
      return end.external === null ? end.fqdns.map(oneLine).join(', ') : oneLine(end.external);
    },
    subject: ({ kind, id }) => {
      const named =
        kind === 'host'
          ? host(id)
          : kind === 'zone'
            ? zone(id)
            : kind === 'boundary'
              ? boundary(id)
              : kind === 'firewall'
                ? firewall(id)
                : oneLine(id);
      return named === oneLine(id) ? `${kind} ${named}` : `${kind} ${named} (${oneLine(id)})`;
    },
    deviation: (deviation) => {
      const value = values.get(settingKey(deviation)) ?? null;
      return oneLine(
        `${deviation.component} ${deviation.setting}${value === null ? '' : ` ${value}`} instead of ${deviation.default || 'none'}`,
      );
    },
  };
}

function settingKey({ component, setting }: { readonly component: string; readonly setting: string }): string {
  return JSON.stringify([component, setting]);
}

/** The text without line breaks and with every unseen character as its code point. */
export function oneLine(text: string): string {
  return printable(text.replace(/\r\n|[\r\n\u2028\u2029\u0085\v\f]/g, ' '));
}

type Entry = readonly [id: string, name: string];

function lookupIn(entries: readonly Entry[]): (id: string) => string {
  const names = new Map(entries.map(([id, name]) => [id, oneLine(name)]));
  const uses = new Map<string, number>();
  for (const name of names.values()) uses.set(name, (uses.get(name) ?? 0) + 1);
  return (id) => {
    const name = names.get(id);
    if (name === undefined) return oneLine(id);
    return (uses.get(name) ?? 0) > 1 && name !== oneLine(id) ? `${name} (${oneLine(id)})` : name;
  };
}
