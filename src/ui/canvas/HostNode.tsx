import { memo } from 'react';
import { addressSuffix } from '../../layout/address-suffix.ts';
import { isGroup } from '../../layout/sizes.ts';
import { type Component, type Host, nameOf } from '../../model/plan.ts';
import { productIdOf, shortTypeName } from '../../store/catalogs.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { componentIcon } from '../parts/icons.ts';
import { ProductTile } from '../parts/ProductTile.tsx';
import { useCanvas } from './canvas-state.ts';
import { FindingPill } from './FindingPill.tsx';
import { findingPill, hostIconName, mainPort } from './host-facts.ts';
import { MarkBadge } from './MarkBadge.tsx';
import type { HostNode as HostNodeType } from './nodes.ts';
import { useRowDrag } from './use-row-drag.ts';

/** The card of a host: what it is called and where it is reached, what runs on it, and whether something is wrong. */
export const HostNode = memo(function HostNode({ data, selected }: { data: HostNodeType['data']; selected?: boolean }) {
  const { host, cidrs } = data;
  const t = useT();
  const language = useWorkspace((state) => state.language);
  const pill = useWorkspace((state) => findingPill(state.analysis, host));
  const mark = useCanvas(({ marks }) => marks?.hosts.get(host.id));
  const dimmed = useCanvas(({ focus, connecting, marks }) =>
    marks
      ? marks.dims && !marks.hosts.has(host.id)
      : connecting
        ? connecting.from !== host.id && !connecting.partners.has(host.id)
        : focus !== null && !focus.hosts.has(host.id),
  );
  const lit = useCanvas(({ connecting }) =>
    connecting?.partners.has(host.id) ? (connecting.over === host.id ? 'over' : 'may') : undefined,
  );
  const addition = useCanvas(({ target }) => (target?.kind === 'host' && target.id === host.id ? target.text : null));
  const ringed = useWorkspace(({ selection }) => selected === true || (selection.kind === 'component' && selection.host === host.id));
  const Icon = componentIcon(hostIconName(host));
  const group = isGroup(host);
  const [first, ...others] = host.addresses;
  return (
    <div
      className="host"
      data-ringed={ringed || undefined}
      data-dimmed={dimmed || undefined}
      data-lit={lit}
      data-group={group || undefined}
      data-mark={mark}
    >
      {group && <div className="host-sheet host-sheet-far" />}
      {group && <div className="host-sheet" />}
      <div className="host-card">
        <div className="host-content">
          <div className="host-header">
            <Icon size={15} strokeWidth={1.75} aria-hidden="true" className="host-icon" />
            <span className="host-name" title={nameOf(host)}>
              {nameOf(host)}
            </span>
            {host.count > 1 ? (
              <span className="host-count">×{new Intl.NumberFormat(language).format(host.count)}</span>
            ) : (
              first !== undefined && (
                <span className="host-address" title={host.addresses.join(', ')}>
                  {addressSuffix(first, cidrs)}
                  {others.length > 0 && ` +${others.length}`}
                </span>
              )
            )}
          </div>
          <div className="host-rows">
            {host.components.map((component) => (
              <ComponentRow key={component.id} host={host} component={component} />
            ))}
            {host.components.length === 0 && addition === null && <div className="host-empty">{t('canvas.noComponent')}</div>}
            {addition !== null && <div className="host-addition">+ {addition}</div>}
          </div>
        </div>
      </div>
      <FindingPill pill={pill} />
      {mark && <MarkBadge mark={mark} />}
      <span className="host-port host-port-left nodrag" />
      <span className="host-port host-port-right nodrag" />
      <span className="host-port host-port-top nodrag" />
      <span className="host-port host-port-bottom nodrag" />
    </div>
  );
});

function ComponentRow({ host, component }: { host: Host; component: Component }) {
  const port = useWorkspace((state) => mainPort(component, state.analysis));
  const selected = useWorkspace(({ selection }) => selection.kind === 'component' && selection.component === component.id);
  const carried = useCanvas((state) => state.carried?.component === component.id);
  const name = shortTypeName(component.type);
  const drag = useRowDrag(host, component);
  // Alone on its card, a row takes the card along.
  const shared = host.components.length > 1;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={shared ? 'host-row nodrag' : 'host-row'}
      data-component={component.id}
      data-selected={selected || undefined}
      data-carried={carried || undefined}
      title={name}
      {...(shared ? drag : {})}
      onClick={(event) => {
        if (workspace.getState().tool !== 'select' || workspace.getState().placing) return;
        event.stopPropagation();
        workspace.getState().select({ kind: 'component', host: host.id, component: component.id });
      }}
    >
      <ProductTile product={productIdOf(component.type)} size={17} />
      <span className="host-row-name">{name}</span>
      {port !== '' && <span className="host-row-port">{port}</span>}
    </button>
  );
}
