import { useMemo } from 'react';
import type { Held } from '../../layout/fold.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { FindingPill } from './FindingPill.tsx';
import { findingPill } from './host-facts.ts';

/** The findings of all hosts that a collapsed zone hides, on one pill. */
export function HeldFindings({ held }: { held: Held }) {
  const hosts = useWorkspace((state) => state.plan.hosts);
  const analysis = useWorkspace((state) => state.analysis);
  const pill = useMemo(() => findingPill(analysis, ...hosts.filter((host) => held.within.has(host.zone))), [analysis, hosts, held]);
  return <FindingPill pill={pill} />;
}
