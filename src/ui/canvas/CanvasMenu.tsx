import { ChevronsDownUp, ChevronsUpDown, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { collapsedZones } from '../../model/edits/collapse.ts';
import { nameOf } from '../../model/plan.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { setZonesCollapsed } from '../actions/collapse.ts';
import { removeSelected } from '../actions/remove-selected.ts';
import { useT } from '../messages/translate.ts';
import { MenuItem, MenuPanel } from '../parts/Menu.tsx';

/** What a menu was asked for, and where on the page. */
export interface MenuRequest {
  readonly zone: string;
  readonly x: number;
  readonly y: number;
}

/** The menu of a thing on the canvas, opened by the second mouse button or the menu key. What it is about is selected. */
export function CanvasMenu({ request, onClose }: { request: MenuRequest; onClose: () => void }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const zone = plan.zones.find((one) => one.id === request.zone);
  if (!zone) return null;
  const collapsed = collapsedZones(plan).has(zone.id);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <button type="button" tabIndex={-1} aria-hidden="true" className="fixed size-px" style={{ left: request.x, top: request.y }} />
      </DropdownMenu.Trigger>
      <MenuPanel align="start" label={t('canvas.menu', { name: nameOf(zone) })} onCloseAutoFocus={(event) => focusNode(event, zone.id)}>
        <MenuItem icon={collapsed ? ChevronsUpDown : ChevronsDownUp} keys="C" onSelect={() => setZonesCollapsed([zone.id], !collapsed)}>
          {t(collapsed ? 'canvas.menu.expand' : 'canvas.menu.collapse')}
        </MenuItem>
        <MenuItem icon={Trash2} keys="Del" onSelect={removeSelected}>
          {t('inspector.delete')}
        </MenuItem>
      </MenuPanel>
    </DropdownMenu.Root>
  );
}

/** Gives the keyboard back to what the menu was about. */
function focusNode(event: Event, id: string): void {
  event.preventDefault();
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}
