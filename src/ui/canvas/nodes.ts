import type { Node } from '@xyflow/react';
import { snug } from '../../layout/arrange.ts';
import type { ExternalRow } from '../../layout/bundle.ts';
import type { Held } from '../../layout/fold.ts';
import { around, type Box } from '../../layout/geometry.ts';
import type { Scene } from '../../layout/scene.ts';
import { EXTERNALS, isGroup, STACK } from '../../layout/sizes.ts';
import type { Host, Zone, ZoneKind } from '../../model/plan.ts';
import { nameOf, type Plan } from '../../model/plan.ts';
import { shownText } from '../jsx/shown-text.ts';
import { depthOf } from './pointing.ts';

/** How wide a zone must stay when its left or right side is moved, and how high when its top or bottom is. */
export interface Least {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type ZoneNode = Node<{ zone: Zone | null; name: string; kind: ZoneKind; least: Least; held: Held | null }, 'zone'>;
export type HostNode = Node<{ host: Host; cidrs: readonly string[] }, 'host'>;
export type ExternalsNode = Node<{ rows: readonly ExternalRow[] }, 'externals'>;
export type CanvasNode = ZoneNode | HostNode | ExternalsNode;

/** What nodes are called for those who cannot see them. */
export interface NodeNames {
  zone(name: string, kind: ZoneKind, parent: string | null, held: Held | null): string;
  host(host: Host, zone: string): string;
  externals(zone: string): string;
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

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
      data: { zone, name: zoneName(id), kind, least: leastOf(scene, plan, id, box), held },
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

/** How small an empty zone may be made. */
const LEAST = { width: 120, height: 56 };

/** How small a zone may be made from each side: just around its content, which stays where it is. */
function leastOf(scene: Scene, plan: Plan, zone: string, box: Box): Least {
  const inside: Box[] = [];
  for (const host of plan.hosts) {
    const card = host.zone === zone ? scene.placement.hosts.get(host.id) : undefined;
    const sheets = isGroup(host) ? STACK : 0;
    if (card) inside.push({ ...card, width: card.width + sheets, height: card.height + sheets });
  }
  for (const child of scene.family.zonesIn.get(zone) ?? []) {
    const inner = scene.placement.zones.get(child.id);
    if (inner) inside.push(inner);
  }
  if (scene.externals?.zone === zone && scene.placement.externals) inside.push(scene.placement.externals);
  const content = around(inside);
  if (!content) return { left: LEAST.width, right: LEAST.width, top: LEAST.height, bottom: LEAST.height };
  const held = snug(content);
  return {
    left: Math.max(LEAST.width, box.x + box.width - held.x),
    right: Math.max(LEAST.width, held.x + held.width - box.x),
    top: Math.max(LEAST.height, box.y + box.height - held.y),
    bottom: Math.max(LEAST.height, held.y + held.height - box.y),
  };
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
      SIDES.every((side) => a.data.least[side] === b.data.least[side]) &&
      sameHeld(a.data.held, b.data.held)
    );
  }
  if (a.type === 'host' && b.type === 'host') return a.data.host === b.data.host && a.data.cidrs.join() === b.data.cidrs.join();
  if (a.type === 'externals' && b.type === 'externals') return JSON.stringify(a.data.rows) === JSON.stringify(b.data.rows);
  return false;
}
