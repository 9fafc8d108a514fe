import { Pencil } from 'lucide-react';
import type { Flow } from '../../engine/result.ts';
import { namesOf } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { flowEnd, serviceText } from '../dock/words.ts';
import { useT } from '../messages/translate.ts';
import { ProductTile } from '../parts/ProductTile.tsx';

/** Flows as lines that lead to each. */
export function FlowList({ flows, withEnds = false }: { flows: readonly Flow[]; withEnds?: boolean }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const names = namesOf(plan, analysis);
  const words = { any: t('address.any'), missing: t('address.missing') };
  return (
    <ul className="-mx-1.5 grid gap-0.5">
      {flows.map((flow) => (
        <li key={flow.id}>
          <button
            type="button"
            onClick={() => workspace.getState().select({ kind: 'flow', id: flow.id })}
            className="flex w-full items-start gap-2 rounded-control px-1.5 py-1 text-left text-table hover:bg-hover"
          >
            <span className="mt-0.5">
              <ProductTile product={flow.product} size={16} />
            </span>
            <span className="min-w-0 flex-1">
              <span className={flow.waived ? 'mono block text-[12px] text-ink2 line-through' : 'mono block text-[12px]'}>
                {serviceText(flow)}
                {flow.deviations.length > 0 && (
                  <Pencil role="img" aria-label={t('dock.deviates')} size={12} strokeWidth={2} className="ml-1.5 inline-block text-warn" />
                )}
              </span>
              {withEnds && (
                <span className="block break-words">
                  {t('flow.fromTo', { from: flowEnd(flow.from, plan, names, words).name, to: flowEnd(flow.to, plan, names, words).name })}
                </span>
              )}
              <span className="block break-words text-ink2">{flow.purpose}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
