import { type Analysis, type Flow, isNamed } from '../../engine/result.ts';
import { arrange } from '../../layout/arrange.ts';
import { around, snapped } from '../../layout/geometry.ts';
import { addComponent } from '../../model/edits/components.ts';
import { freshId, freshName } from '../../model/edits/fresh-id.ts';
import { hostNameFor } from '../../model/edits/host-name.ts';
import { addHost } from '../../model/edits/hosts.ts';
import { addZone } from '../../model/edits/zones.ts';
import type { Host, Plan, Rectangle, Zone, ZoneKind } from '../../model/plan.ts';
import type { Selection } from '../../store/selection.ts';
import { pinned } from '../canvas/scene-edits.ts';

/** The steps of the guided first plan, in order. */
export const GUIDE_STEPS = ['zone', 'server', 'second', 'client', 'read', 'export'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** What the steps ask for: the kinds of the two zones, and what runs in them. */
export const GUIDE_KINDS = { zone: 'internal', second: 'client' } as const satisfies Record<string, ZoneKind>;
export const GUIDE_TYPES = { server: 'tanium/server', client: 'tanium/client' } as const;

/** What a step is judged by: the plan as it is, however it came to be so. */
export interface GuideFacts {
  readonly plan: Plan;
  readonly analysis: Analysis | null;
  readonly selection: Selection;
  /** Files saved since the step began. */
  readonly saved: number;
}

/** Zones of the own network: every kind but the Internet. */
function innerZones(plan: Plan): Zone[] {
  return plan.zones.filter((zone) => zone.kind !== 'internet');
}

function hostsRunning(plan: Plan, type: string): Host[] {
  const inner = new Set(innerZones(plan).map((zone) => zone.id));
  return plan.hosts.filter((host) => inner.has(host.zone) && host.components.some((component) => component.type === type));
}

/** Hosts that run the client in another zone than a server; in any zone where there is no server. */
function clientHosts(plan: Plan): Host[] {
  const zones = new Set(hostsRunning(plan, GUIDE_TYPES.server).map((host) => host.zone));
  return hostsRunning(plan, GUIDE_TYPES.client).filter((host) => zones.size === 0 || zones.size > 1 || !zones.has(host.zone));
}

/** The flows that the guide is about: from the client to the server through a boundary. Any other crossing flow stands in where there is none. */
export function guideFlows(plan: Plan, analysis: Analysis | null): readonly Flow[] {
  const crossing = analysis?.flows.filter((flow) => flow.scope === 'crossing' && flow.waived === null) ?? [];
  const clients = new Set(clientHosts(plan).map((host) => host.id));
  const servers = new Set(hostsRunning(plan, GUIDE_TYPES.server).map((host) => host.id));
  const own = crossing.filter(({ from, to }) => clients.has(from.host ?? '') && !isNamed(to) && servers.has(to.host ?? ''));
  return own.length > 0 ? own : crossing;
}

/** True where the plan, its analysis or the selection shows that a step has been taken. */
export function isDone(step: GuideStep, { plan, analysis, selection, saved }: GuideFacts): boolean {
  switch (step) {
    case 'zone':
      return innerZones(plan).length > 0;
    case 'server':
      return hostsRunning(plan, GUIDE_TYPES.server).length > 0;
    case 'second':
      return innerZones(plan).length > 1;
    case 'client':
      return clientHosts(plan).length > 0;
    case 'read': {
      const wanted = new Set(guideFlows(plan, analysis).map((flow) => flow.id));
      return selectedFlowIds(selection, analysis).some((id) => wanted.has(id));
    }
    case 'export':
      return saved > 0;
  }
}

function selectedFlowIds(selection: Selection, analysis: Analysis | null): readonly string[] {
  if (selection.kind === 'flow') return [selection.id];
  if (selection.kind === 'edge') return selection.flows;
  return selection.kind === 'opening' ? (analysis?.openings.find((opening) => opening.id === selection.id)?.flows ?? []) : [];
}

/** The opening that the step of reading asks for; null where the analysis has none. */
export function guideOpening(plan: Plan, analysis: Analysis | null): string | null {
  const wanted = new Set(guideFlows(plan, analysis).map((flow) => flow.id));
  return analysis?.openings.find((opening) => opening.flows.some((id) => wanted.has(id)))?.id ?? null;
}

/** The plan with what a step of drawing asks for, and with what that needs. `nameOfKind` names new zones. */
export function withStep(plan: Plan, step: 'zone' | 'server' | 'second' | 'client', nameOfKind: (kind: ZoneKind) => string): Plan {
  if (isDone(step, { plan, analysis: null, selection: { kind: 'none' }, saved: 0 })) return plan;
  switch (step) {
    case 'zone':
      return withZone(plan, GUIDE_KINDS.zone, nameOfKind);
    case 'second':
      return withZone(withStep(plan, 'zone', nameOfKind), GUIDE_KINDS.second, nameOfKind);
    case 'server': {
      const drawn = withStep(plan, 'zone', nameOfKind);
      return withHost(drawn, preferred(innerZones(drawn), GUIDE_KINDS.zone), GUIDE_TYPES.server);
    }
    case 'client': {
      const drawn = withStep(plan, 'second', nameOfKind);
      const taken = new Set(hostsRunning(drawn, GUIDE_TYPES.server).map((host) => host.zone));
      return withHost(
        drawn,
        preferred(
          innerZones(drawn).filter((zone) => !taken.has(zone.id)),
          GUIDE_KINDS.second,
        ),
        GUIDE_TYPES.client,
      );
    }
  }
}

function preferred(zones: readonly Zone[], kind: ZoneKind): Zone | undefined {
  return zones.find((zone) => zone.kind === kind) ?? zones[0];
}

function withHost(plan: Plan, zone: Zone | undefined, type: string): Plan {
  if (!zone) return plan;
  const name = hostNameFor(plan, type);
  const id = freshId(plan, name);
  return addComponent(addHost(plan, { id, zone: zone.id, name }), id, type);
}

/** Size of the zones that the guide draws, and the room it leaves for lines and gates. */
const SIZE = { width: 340, height: 200 };
const BESIDE = 200;
const BELOW = 140;

/** A further zone: the first of the own network right of all that stands there, later ones below it. */
function withZone(plan: Plan, kind: ZoneKind, nameOfKind: (kind: ZoneKind) => string): Plan {
  const whole = arrange(plan);
  const all = around([...whole.zones.values(), ...whole.hosts.values()]);
  const own = around(innerZones(plan).flatMap((zone) => whole.zones.get(zone.id) ?? []));
  const rectangle: Rectangle = own
    ? { x: own.x, y: snapped((all ?? own).y + (all ?? own).height + BELOW), ...SIZE }
    : { x: snapped(all ? all.x + all.width + BESIDE : 0), y: snapped(all?.y ?? 0), ...SIZE };
  return addZone(pinned(plan, { whole }), { id: freshId(plan, kind), kind, name: freshName(plan, nameOfKind(kind)), rectangle });
}
