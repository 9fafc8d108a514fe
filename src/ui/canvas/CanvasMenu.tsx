import { ChevronsDownUp, ChevronsUpDown, Copy, Trash2, Ungroup } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { collapsedZones } from '../../model/edits/collapse.ts';
import { nameOf, type Plan } from '../../model/plan.ts';
import { shortTypeName } from '../../store/catalogs.ts';
import { itemsSelection, type Selection } from '../../store/selection.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { shownKeys } from '../actions/action.ts';
import { duplicateSelected } from '../actions/clipboard.ts';
import { setZonesCollapsed } from '../actions/collapse.ts';
import { canSplit, splitToNewHost } from '../actions/component-moves.ts';
import { removeSelected } from '../actions/remove-selected.ts';
import { useT } from '../messages/translate.ts';
import { MenuItem, MenuPanel } from '../parts/Menu.tsx';
import type { CanvasNode } from './nodes.ts';

/** What a menu is about. */
export type MenuSubject =
  | { readonly kind: 'zone'; readonly id: string }
  | { readonly kind: 'host'; readonly id: string }
  | { readonly kind: 'component'; readonly id: string; readonly host: string };

/** What a menu was asked for, and where on the page. */
export interface MenuRequest {
  readonly subject: MenuSubject;
  readonly x: number;
  readonly y: number;
}

/** What the menu of a node is about: the component of a row, the host, or the zone; null for what the plan does not hold. */
export function menuSubject(node: CanvasNode, component: string | null): MenuSubject | null {
  if (node.type === 'host') return component === null ? { kind: 'host', id: node.id } : { kind: 'component', id: component, host: node.id };
  return node.type === 'zone' && node.data.zone ? { kind: 'zone', id: node.id } : null;
}

/** The subject of a menu as a selection. */
export function selectionOf(subject: MenuSubject): Selection {
  if (subject.kind === 'component') return { kind: 'component', host: subject.host, component: subject.id };
  return itemsSelection(subject.kind === 'zone' ? { zones: [subject.id] } : { hosts: [subject.id] });
}

function nameOfSubject(plan: Plan, { kind, id }: MenuSubject): string | null {
  if (kind === 'component') {
    const component = plan.hosts.flatMap((host) => host.components).find((one) => one.id === id);
    return component ? shortTypeName(component.type) : null;
  }
  const thing = (kind === 'zone' ? plan.zones : plan.hosts).find((one) => one.id === id);
  return thing ? nameOf(thing) : null;
}

/** The menu of a thing on the canvas, opened by the second mouse button or the menu key. What it is about is selected. */
export function CanvasMenu({ request: { subject, x, y }, onClose }: { request: MenuRequest; onClose: () => void }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const name = nameOfSubject(plan, subject);
  if (name === null) return null;
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <button type="button" tabIndex={-1} aria-hidden="true" className="fixed size-px" style={{ left: x, top: y }} />
      </DropdownMenu.Trigger>
      <MenuPanel align="start" label={t('canvas.menu', { name })} onCloseAutoFocus={(event) => focusNode(event, subject)}>
        {subject.kind === 'zone' && <CollapseItem zone={subject.id} collapsed={collapsedZones(plan).has(subject.id)} />}
        {subject.kind === 'component' && (
          <MenuItem icon={Ungroup} keys="X" disabled={!canSplit(plan, subject.id)} onSelect={() => splitToNewHost(subject.id)}>
            {t('canvas.menu.splitOff')}
          </MenuItem>
        )}
        {subject.kind === 'host' && (
          <MenuItem icon={Copy} keys={shownKeys(['$mod+d'])} onSelect={duplicateSelected}>
            {t('canvas.menu.duplicate')}
          </MenuItem>
        )}
        <MenuItem icon={Trash2} keys="Del" onSelect={removeSelected}>
          {t('inspector.delete')}
        </MenuItem>
      </MenuPanel>
    </DropdownMenu.Root>
  );
}

function CollapseItem({ zone, collapsed }: { zone: string; collapsed: boolean }) {
  const t = useT();
  return (
    <MenuItem icon={collapsed ? ChevronsUpDown : ChevronsDownUp} keys="C" onSelect={() => setZonesCollapsed([zone], !collapsed)}>
      {t(collapsed ? 'canvas.menu.expand' : 'canvas.menu.collapse')}
    </MenuItem>
  );
}

/** Gives the keyboard back to what the menu was about. */
function focusNode(event: Event, subject: MenuSubject): void {
  event.preventDefault();
  const node = subject.kind === 'component' ? subject.host : subject.id;
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`)?.focus({ preventScroll: true });
}
