import type { Node } from '@xyflow/react';
import type { ExternalRow } from '../../layout/bundle.ts';
import type { Held } from '../../layout/fold.ts';
import type { Box } from '../../layout/geometry.ts';
import type { Scene } from '../../layout/scene.ts';
import { EXTERNALS } from '../../layout/sizes.ts';
import type { Host, Zone, ZoneKind } from '../../model/plan.ts';
import { nameOf, type Plan } from '../../model/plan.ts';
import { shownText } from '../jsx/shown-text.ts';
import { depthOf } from './pointing.ts';

export type ZoneNode = Node<
  { zone: Zone | null; name: string; kind: ZoneKind; least: { width: number; height: number }; held: Held | null },
  'zone'
>;
export type HostNode = Node<{ host: Host; cidrs: readonly string[] }, 'host'>;
export type ExternalsNode = Node<{ rows: readonly ExternalRow[] }, 'externals'>;
export type CanvasNode = ZoneNode | HostNode | ExternalsNode;

/** What nodes are called for those who cannot see them. */
export interface NodeNames {
  zone(name: string, kind: ZoneKind, parent: string | null, held: Held | null): string;
  host(host: Host, zone: string): string;
  externals(zone: string): string;
}

/** Cards stand above lines, lines above zones. */
const CARD_LEVEL = 1000;

/**
 * The nodes of React Flow for a scene, in reading order: a zone, its cards from top left to bottom right, its nested zones.
 * A node that did not change is the same object as in `before`, so that it is not drawn again.
 */
export function nodesOf(
  plan: Plan,
  scene: Scene,
  selected: ReadonlySet<string>,
  names: NodeNames,
  before: ReadonlyMap<string, CanvasNode> = new Map(),
): CanvasNode[] {
  const nodes: CanvasNode[] = [];
  const zones = new Map(plan.zones.map((zone) => [zone.id, zone]));
  const keep = (node: CanvasNode): void => {
    const known = before.get(node.id);
    nodes.push(known && sameNode(known, node) ? known : node);
  };
  const hostsIn = new Map<string, Host[]>();
  for (const host of plan.hosts) {
    const list = hostsIn.get(host.zone);
    if (list) list.push(host);
    else hostsIn.set(host.zone, [host]);
  }
  const zoneName = (id: string | null): string => (id === null ? '' : nameOf(zones.get(id) ?? scene.implicit ?? { id }));

  const card = (id: string, box: Box, frame: Box | null, parent: string | null) => ({
    id,
    position: { x: box.x - (frame?.x ?? 0), y: box.y - (frame?.y ?? 0) },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    selected: selected.has(id),
    zIndex: CARD_LEVEL,
    ...(parent === null ? {} : { parentId: parent }),
  });
  const cardsIn = (zone: string | null, hosts: readonly Host[]): void => {
    const frame = zone === null ? null : (scene.placement.zones.get(zone) ?? null);
    const placed = hosts.flatMap((host) => {
      const box = scene.placement.hosts.get(host.id);
      return box ? [{ host, box }] : [];
    });
    placed.sort((a, b) => Math.round((a.box.y - b.box.y) / 24) || a.box.x - b.box.x || (a.host.id < b.host.id ? -1 : 1));
    if (zone !== null && scene.externals?.zone === zone && scene.placement.externals) {
      keep({
        ...card(EXTERNALS, scene.placement.externals, frame, zone),
        type: 'externals',
        data: { rows: scene.externals.rows },
        ariaLabel: shownText(names.externals(zoneName(zone))),
      });
    }
    for (const { host, box } of placed) {
      keep({
        ...card(host.id, box, frame, zone),
        type: 'host',
        data: { host, cidrs: zone === null ? [] : (zones.get(zone)?.cidrs ?? []) },
        ariaLabel: shownText(names.host(host, zoneName(zone))),
      });
    }
  };
  const zoneNode = (id: string, zone: Zone | null): void => {
    const box = scene.placement.zones.get(id);
    if (!box) return;
    const parent = scene.family.parentOf.get(id) ?? null;
    const frame = parent === null ? null : (scene.placement.zones.get(parent) ?? null);
    const kind = zone?.kind ?? 'internet';
    const held = scene.fold.held.get(id) ?? null;
    keep({
      ...card(id, box, frame, parent),
      type: 'zone',
      zIndex: depthOf(scene.family, id),
      data: { zone, name: zoneName(id), kind, least: leastSize(scene, plan, id, box), held },
      ariaLabel: shownText(names.zone(zoneName(id), kind, parent === null ? null : zoneName(parent), held)),
    });
    cardsIn(id, hostsIn.get(id) ?? []);
  };
  if (scene.implicit) zoneNode(scene.implicit.id, null);
  for (const zone of scene.family.topDown) zoneNode(zone.id, zone);
  cardsIn(
    null,
    plan.hosts.filter((host) => !zones.has(host.zone)),
  );
  return nodes;
}

/** How small a zone may be made, from its top left corner: just around its content. */
function leastSize(scene: Scene, plan: Plan, zone: string, box: Box): { width: number; height: number } {
  let width = 120;
  let height = 56;
  const include = (inner: Box | undefined | null): void => {
    if (!inner) return;
    width = Math.max(width, inner.x + inner.width + 8 - box.x);
    height = Math.max(height, inner.y + inner.height + 8 - box.y);
  };
  for (const host of plan.hosts) if (host.zone === zone) include(scene.placement.hosts.get(host.id));
  for (const child of scene.family.zonesIn.get(zone) ?? []) include(scene.placement.zones.get(child.id));
  if (scene.externals?.zone === zone) include(scene.placement.externals);
  return { width, height };
}

function sameHeld(a: Held | null, b: Held | null): boolean {
  if (a === null || b === null) return a === b;
  return a.hosts === b.hosts && a.within.size === b.within.size && [...a.within].every((id) => b.within.has(id));
}

function sameNode(a: CanvasNode, b: CanvasNode): boolean {
  if (
    a.type !== b.type ||
    a.position.x !== b.position.x ||
    a.position.y !== b.position.y ||
    a.width !== b.width ||
    a.height !== b.height ||
    a.selected !== b.selected ||
    a.parentId !== b.parentId ||
    a.zIndex !== b.zIndex ||
    a.ariaLabel !== b.ariaLabel ||
    a.dragging === true
  ) {
    return false;
  }
  if (a.type === 'zone' && b.type === 'zone') {
    return (
      a.data.zone === b.data.zone &&
      a.data.name === b.data.name &&
      a.data.kind === b.data.kind &&
      a.data.least.width === b.data.least.width &&
      a.data.least.height === b.data.least.height &&
      sameHeld(a.data.held, b.data.held)
    );
  }
  if (a.type === 'host' && b.type === 'host') return a.data.host === b.data.host && a.data.cidrs.join() === b.data.cidrs.join();
  if (a.type === 'externals' && b.type === 'externals') return JSON.stringify(a.data.rows) === JSON.stringify(b.data.rows);
  return false;
}
