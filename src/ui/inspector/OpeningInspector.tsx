import { ArrowRight, Copy, Shield } from 'lucide-react';
import { useMemo } from 'react';
import type { Opening } from '../../engine/result.ts';
import { flowsById } from '../../store/focus.ts';
import { namesOf, openingOrder } from '../../store/selectors.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { copyText } from '../actions/copy-text.ts';
import { tabSeparated } from '../dock/column.ts';
import { openingColumns } from '../dock/openings-columns.tsx';
import { type EndWords, openingEnds, servicesText } from '../dock/words.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Fact } from '../parts/Field.tsx';
import { Count, Section } from '../parts/Section.tsx';
import { FlowList } from './FlowInspector.tsx';
import { InspectorHead } from './InspectorHead.tsx';

/** One opening: who, what, whether it can be ordered, and the flows that need it. */
export function OpeningInspector({ opening }: { opening: Opening }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const names = useMemo(() => namesOf(plan, analysis), [plan, analysis]);
  const words = { any: t('address.any'), missing: t('address.missing') };
  const numbers = analysis ? openingOrder(analysis).numbers : new Map<string, number>();
  const number = numbers.get(opening.id) ?? 0;
  const byId = analysis ? flowsById(analysis) : null;
  const flows = opening.flows.flatMap((id) => byId?.get(id) ?? []);
  return (
    <>
      <InspectorHead
        icon={<Shield aria-hidden="true" size={17} strokeWidth={1.75} />}
        title={t('opening.title', { number, point: opening.point.name })}
        kind={t('opening.zones', { from: names.zone(opening.fromZone), to: names.zone(opening.toZone) })}
      />
      <Section>
        <dl className="grid gap-2">
          <Fact label={t('column.from')}>
            <EndLines ends={openingEnds(opening.sources, names, words)} />
          </Fact>
          <Fact label={t('column.to')}>
            <EndLines ends={openingEnds(opening.destinations, names, words)} />
          </Fact>
          <Fact label={t('column.service')}>
            <span className="mono text-[12px]">{servicesText(opening.services)}</span>
          </Fact>
          <Fact label={t('column.need')}>{t(`need.${opening.need}`)}</Fact>
          {opening.phase !== 'operation' && <Fact label={t('flow.phase')}>{t(`phase.${opening.phase}`)}</Fact>}
          <Fact label={t('column.order')}>
            {opening.orderable ? (
              <span className="text-ok">{t('order.ready')}</span>
            ) : (
              <span className="text-warn">{t('order.waits')}</span>
            )}
          </Fact>
        </dl>
      </Section>
      <Section title={t('flow.justification')}>
        <p className="text-body break-words">{opening.justification}</p>
        {opening.advice.length > 0 && (
          <ul className="mt-2 list-disc pl-4 text-table text-ink2">
            {opening.advice.map((advice) => (
              <li key={advice}>{t(`advice.${advice}`)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        title={
          <>
            {t('inspector.flows')} <Count>{flows.length}</Count>
          </>
        }
      >
        <FlowList flows={flows.slice(0, 60)} withEnds />
      </Section>
      <Section>
        <Button
          look="outline"
          size="small"
          icon={Copy}
          onClick={() => void copyText(tabSeparated([opening], openingColumns(t, names, words, numbers)), 'toast.copiedRows', { count: 1 })}
        >
          {t('flow.copyRow')}
        </Button>
      </Section>
    </>
  );
}

function EndLines({ ends }: { ends: readonly EndWords[] }) {
  return (
    <ul className="grid gap-0.5">
      {ends.map((end, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ends of one opening have no other identity and never move
        <li key={index} className="break-words">
          {ends.length > 1 && <ArrowRight aria-hidden="true" size={11} strokeWidth={2} className="mr-1 inline-block text-ink3" />}
          {end.name} {end.addresses && <span className="mono text-[11px] text-ink2">{end.addresses}</span>}
        </li>
      ))}
    </ul>
  );
}
