import { ArrowRight, Copy, Shield } from 'lucide-react';
import { useMemo } from 'react';
import type { Flow, Opening, OpeningEnd } from '../../engine/result.ts';
import { countExactLines, exactLines } from '../../report/exact-lines.ts';
import { flowsById } from '../../store/focus.ts';
import { type Names, namesOf, openingOrder } from '../../store/selectors.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { copyText } from '../actions/copy-text.ts';
import { tabSeparated } from '../dock/column.ts';
import { openingColumns } from '../dock/openings-columns.tsx';
import { type EndWords, openingEnd, openingEnds, servicesText, serviceText } from '../dock/words.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Fact } from '../parts/Field.tsx';
import { Count, Section } from '../parts/Section.tsx';
import { FlowList } from './FlowList.tsx';
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
  const flows = useMemo(() => opening.flows.flatMap((id) => byId?.get(id) ?? []), [opening, byId]);
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
      <ExactSection opening={opening} flows={flows} names={names} />
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

/** How many exact lines stand side by side with the merged one. */
const SHOWN_LINES = 60;

/** The lines that this opening was merged from, and why they could be. Nothing where there is one. */
function ExactSection({ opening, flows, names }: { opening: Opening; flows: readonly Flow[]; names: Names }) {
  const t = useT();
  const count = countExactLines(opening);
  const lines = useMemo(() => (count > 1 ? exactLines(opening, flows).slice(0, SHOWN_LINES) : []), [opening, flows, count]);
  const end = (one: OpeningEnd) => openingEnd(one, names, { any: '', missing: '' }).name;
  if (count < 2) return null;
  return (
    <Section
      title={
        <>
          {t('opening.exact')} <Count>{count}</Count>
        </>
      }
    >
      <p className="mb-2 text-table text-ink2">
        {t('opening.merged', {
          sources: opening.sources.length,
          destinations: opening.destinations.length,
          services: count / opening.sources.length / opening.destinations.length,
        })}
      </p>
      <ul aria-label={t('opening.exact')} className="grid max-h-72 gap-1 overflow-auto">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one opening have no other identity and never move
          <li key={index} className="text-table break-words">
            {t('flow.fromTo', { from: end(line.source), to: end(line.destination) })}{' '}
            <span className="mono text-[11px] whitespace-nowrap">{serviceText(line.service)}</span>
            <span className="block text-caption text-ink2">
              {[...new Set(line.flows.map((flow) => flow.purpose || flow.rule))].join('; ')}
            </span>
          </li>
        ))}
      </ul>
      {count > lines.length && <p className="mt-1 text-caption text-ink2">{t('opening.more', { count: count - lines.length })}</p>}
    </Section>
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
