import clsx from 'clsx';
import { isNamed } from '../../engine/result.ts';
import { flowsById } from '../../store/focus.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import { NARROW, useMedia } from '../parts/use-media.ts';
import { BoundaryInspector } from './BoundaryInspector.tsx';
import { ExternalInspector } from './ExternalInspector.tsx';
import { FlowInspector, FlowListInspector } from './FlowInspector.tsx';
import { HostInspector } from './HostInspector.tsx';
import { ManyInspector } from './ManyInspector.tsx';
import { OpeningInspector } from './OpeningInspector.tsx';
import { PlanInspector } from './PlanInspector.tsx';
import { ZoneInspector } from './ZoneInspector.tsx';

/** The panel on the right: what is selected, else the plan itself. On narrow pages a sheet over the canvas, only while something is selected. */
export default function Inspector() {
  const t = useT();
  const open = useWorkspace((state) => state.panels.inspector);
  const selected = useWorkspace((state) => state.selection.kind !== 'none');
  const narrow = useMedia(NARROW);
  if (!open || (narrow && !selected)) return null;
  return (
    <aside
      aria-label={t('app.inspector')}
      className={clsx(
        'flex w-(--inspector) shrink-0 flex-col overflow-y-auto border-l border-line bg-surface',
        narrow && 'absolute top-0 right-0 bottom-0 z-20 shadow-3',
      )}
    >
      <ErrorBoundary name={t('app.inspector')}>
        <Selected />
      </ErrorBoundary>
    </aside>
  );
}

function Selected() {
  const selection = useWorkspace((state) => state.selection);
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  switch (selection.kind) {
    case 'none':
      return <PlanInspector />;
    case 'items': {
      const [host, ...hosts] = selection.hosts;
      const [zone, ...zones] = selection.zones;
      if (hosts.length + zones.length > 0 || (host !== undefined && zone !== undefined)) return <ManyInspector selection={selection} />;
      const foundHost = plan.hosts.find((one) => one.id === host);
      if (foundHost) return <HostInspector key={foundHost.id} host={foundHost} />;
      const foundZone = plan.zones.find((one) => one.id === zone);
      return foundZone ? <ZoneInspector key={foundZone.id} zone={foundZone} /> : <PlanInspector />;
    }
    case 'component': {
      const host = plan.hosts.find((one) => one.id === selection.host);
      return host ? <HostInspector key={host.id} host={host} component={selection.component} /> : <PlanInspector />;
    }
    case 'boundary':
      return <BoundaryInspector key={selection.id} id={selection.id} />;
    case 'external':
      return <ExternalInspector key={selection.id} id={selection.id} />;
    case 'opening': {
      const opening = analysis?.openings.find((one) => one.id === selection.id);
      return opening ? <OpeningInspector key={opening.id} opening={opening} /> : <PlanInspector />;
    }
    case 'flow': {
      const flow = analysis ? flowsById(analysis).get(selection.id) : undefined;
      return flow ? <FlowInspector key={flow.id} flow={flow} /> : <PlanInspector />;
    }
    case 'edge': {
      const byId = analysis ? flowsById(analysis) : null;
      const flows = selection.flows.flatMap((id) => byId?.get(id) ?? []);
      const [only, ...more] = flows;
      if (!only) return <PlanInspector />;
      if (more.length === 0) return <FlowInspector key={only.id} flow={only} />;
      const onePair = flows.every(
        (flow) =>
          flow.from.host === only.from.host &&
          (isNamed(flow.to)
            ? isNamed(only.to) && flow.to.external === only.to.external
            : !isNamed(only.to) && flow.to.host === only.to.host),
      );
      return <FlowListInspector flows={flows} pair={onePair ? only : null} />;
    }
  }
}
