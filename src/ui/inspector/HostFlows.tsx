import { ArrowLeft, ArrowRight, Pencil } from 'lucide-react';
import { useMemo } from 'react';
import { type Flow, isNamed } from '../../engine/result.ts';
import { endKeyOf } from '../../layout/end-key.ts';
import type { Host } from '../../model/plan.ts';
import { flowsByHost, namesOf } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useDock } from '../dock/dock-state.ts';
import { serviceText } from '../dock/words.ts';
import { useT } from '../messages/translate.ts';
import { Count, Section } from '../parts/Section.tsx';

/** One partner of a host in one direction. */
interface Peer {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly out: boolean;
  readonly name: string;
  readonly flows: readonly Flow[];
}

/** Shows only what the selection speaks about, in the tables. */
export function showInTable(): void {
  const { selection, setDockTab, togglePanel } = workspace.getState();
  useDock.setState({ narrowed: selection, widened: null, filter: '' });
  setDockTab('flows');
  togglePanel('dock', true);
}

/** Whom a host talks to: one line a partner and direction. */
export function HostFlows({ host }: { host: Host }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const flows = (analysis && flowsByHost(analysis).get(host.id)) || [];
  const peers = useMemo((): Peer[] => {
    const names = namesOf(plan, analysis);
    const found = new Map<string, { peer: Omit<Peer, 'flows'>; flows: Flow[] }>();
    for (const flow of flows) {
      if (flow.waived || flow.scope === 'local' || flow.scope === 'tunnelled') continue;
      const out = flow.from.host === host.id;
      const from = endKeyOf(flow.from);
      const to = endKeyOf(flow.to);
      const key = JSON.stringify([from, to]);
      const other = out ? flow.to : flow.from;
      const name = isNamed(other)
        ? other.external === null
          ? other.fqdns.join(', ')
          : names.external(other.external)
        : other.host === null
          ? (other.cidr ?? names.zone(other.zone))
          : names.hostName(other.host);
      const entry = found.get(key);
      if (entry) entry.flows.push(flow);
      else found.set(key, { peer: { key, from, to, out, name }, flows: [flow] });
    }
    return [...found.values()].map(({ peer, flows: own }) => ({ ...peer, flows: own })).sort((a, b) => Number(b.out) - Number(a.out));
  }, [plan, analysis, flows, host.id]);
  if (peers.length === 0) return null;
  return (
    <Section
      title={
        <>
          {t('inspector.flows')} <Count>{flows.length}</Count>
        </>
      }
      aside={
        <button
          type="button"
          onClick={showInTable}
          className="rounded-[4px] text-[12px] font-medium text-accent-text underline underline-offset-2"
        >
          {t('inspector.showInTable')}
        </button>
      }
    >
      <ul className="-mx-1.5">
        {peers.map((peer) => {
          const [first] = peer.flows;
          if (!first) return null;
          const Icon = peer.out ? ArrowRight : ArrowLeft;
          return (
            <li key={peer.key}>
              <button
                type="button"
                onClick={() =>
                  workspace.getState().select({ kind: 'edge', from: peer.from, to: peer.to, flows: peer.flows.map((flow) => flow.id) })
                }
                className="flex h-7 w-full items-center gap-2 rounded-control px-1.5 text-left text-table hover:bg-hover"
              >
                <Icon
                  role="img"
                  aria-label={t(peer.out ? 'column.to' : 'column.from')}
                  size={14}
                  strokeWidth={1.75}
                  className="shrink-0 text-ink2"
                />
                <span className="min-w-0 flex-1 truncate">{peer.name}</span>
                <span className="mono shrink-0 text-[11.5px]">
                  {serviceText(first).length > 18 ? `${serviceText(first).slice(0, 17)}…` : serviceText(first)}
                  {peer.flows.length > 1 && <span className="text-ink2"> +{peer.flows.length - 1}</span>}
                </span>
                {peer.flows.some((flow) => flow.deviations.length > 0) && (
                  <Pencil role="img" aria-label={t('dock.deviates')} size={12} strokeWidth={2} className="shrink-0 text-warn" />
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
