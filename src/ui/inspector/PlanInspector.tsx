import { FileText, Plus } from 'lucide-react';
import { setSetting } from '../../model/edits/components.ts';
import { setReading } from '../../model/edits/judgements.ts';
import { updatePlan } from '../../model/edits/rename.ts';
import { nameOf } from '../../model/plan.ts';
import { disputeOf, productIdOf, ruleOf, sourceOf } from '../../store/catalogs.ts';
import { namesOf, standingFlows } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { IconButton } from '../parts/Button.tsx';
import { Fact } from '../parts/Field.tsx';
import { ProductTile } from '../parts/ProductTile.tsx';
import { Count, FoldingSection, Section } from '../parts/Section.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import { BoundaryList } from './BoundaryList.tsx';
import { RequestFields } from './RequestFields.tsx';

/** The plan itself: its words, its size, the disputes that touch it and the optional flows it could have. */
export function PlanInspector() {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const waiting = analysis?.openings.filter((opening) => !opening.orderable).length ?? 0;
  const { edit } = workspace.getState();
  const words = (key: 'title' | 'author' | 'revision' | 'description') => (value: string) =>
    edit(key === 'title' ? 'rename' : 'changePlan', (before) => updatePlan(before, { [key]: value.trim() }));
  return (
    <>
      <header className="flex items-start gap-2 px-4 py-3">
        <FileText aria-hidden="true" size={17} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink2" />
        <div className="min-w-0">
          <h2 className="text-title font-semibold break-words">{plan.title || t('plan.untitled')}</h2>
          <p className="text-[12px] leading-4 text-ink2">{t('inspector.plan')}</p>
        </div>
      </header>
      <div className="grid gap-1.5 px-4 pb-3">
        <TextInput label={t('field.title')} value={plan.title} onCommit={words('title')} />
        <TextInput label={t('field.author')} value={plan.author} onCommit={words('author')} />
        <TextInput label={t('field.revision')} value={plan.revision} onCommit={words('revision')} />
        <TextInput label={t('field.description')} value={plan.description} multiline onCommit={words('description')} />
      </div>
      <Section title={t('inspector.contents')}>
        <dl className="grid gap-0.5">
          <Fact label={t('inspector.zones')}>{plan.zones.length}</Fact>
          <Fact label={t('inspector.hosts')}>{plan.hosts.length}</Fact>
          <Fact label={t('inspector.components')}>{plan.hosts.reduce((sum, host) => sum + host.components.length, 0)}</Fact>
          {analysis && (
            <>
              <Fact label={t('inspector.flows')}>{standingFlows(analysis).length}</Fact>
              <Fact label={t('dock.openings')}>
                {waiting === 0 ? analysis.openings.length : t('inspector.openingsReady', { count: analysis.openings.length, waiting })}
              </Fact>
            </>
          )}
        </dl>
      </Section>
      <RequestFields place={{ kind: 'plan' }} />
      <Disputes />
      <Offers />
      <BoundaryList zones={null} />
    </>
  );
}

/** Disputes that touch this plan, every reading with its words and sources side by side. */
function Disputes() {
  const t = useT();
  const findings = useWorkspace((state) => state.analysis?.findings);
  const readings = useWorkspace((state) => state.plan.readings);
  const touched = (findings ?? [])
    .filter((finding) => finding.code === 'source-disputed')
    .flatMap((finding) => finding.subjects.filter((subject) => subject.kind === 'dispute').map((subject) => subject.id));
  const ids = [...new Set([...touched, ...Object.keys(readings)])].filter((id) => disputeOf(id) !== undefined);
  if (ids.length === 0) return null;
  return (
    <Section
      title={
        <>
          {t('dispute.title')} <Count>{ids.length}</Count>
        </>
      }
    >
      <p className="mb-2 text-table text-ink2">{t('dispute.text')}</p>
      <div className="grid gap-3">
        {ids.map((id) => {
          const dispute = disputeOf(id);
          if (!dispute) return null;
          const product = productIdOf(id);
          const chosen = readings[id] ?? dispute.readings[0]?.id;
          return (
            <div key={id} role="radiogroup" aria-label={dispute.question} className="min-w-0 rounded-card border border-line2 p-2.5">
              <p className="mb-2 flex items-start gap-1.5 text-table font-medium">
                <span className="mt-0.5">
                  <ProductTile product={product} size={15} />
                </span>
                {dispute.question}
              </p>
              <div className="grid gap-2">
                {dispute.readings.map((reading, index) => (
                  <label key={reading.id} className="flex items-start gap-2 text-table">
                    <input
                      type="radio"
                      name={id}
                      checked={chosen === reading.id}
                      onChange={() =>
                        workspace.getState().edit('reading', (plan) => setReading(plan, id, index === 0 ? undefined : reading.id))
                      }
                      className="mt-[3px] size-3.5 shrink-0 accent-(--accent)"
                    />
                    <span className="min-w-0">
                      <span className="block break-words">{reading.says}</span>
                      <span className="block text-caption break-words text-ink2">
                        {reading.sources
                          .map((citation) => `${sourceOf(product, citation.id)?.title ?? citation.id}, ${citation.row}`)
                          .join('; ')}
                        {index === 0 && ` · ${t('dispute.default')}`}
                      </span>
                    </span>
                  </label>
                ))}
              </div>
            </div>
          );
        })}
      </div>
    </Section>
  );
}

/** Optional flows that one setting would switch on. */
function Offers() {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const offers = useWorkspace((state) => state.analysis?.offers) ?? [];
  if (offers.length === 0) return null;
  const names = namesOf(plan, null);
  return (
    <FoldingSection title={t('offer.title', { count: offers.length })} initiallyOpen={false}>
      <ul className="grid gap-1">
        {offers.map((offer) => {
          const host = names.hostOfComponent.get(offer.component);
          return (
            <li
              key={`${offer.rule} ${offer.component} ${offer.setting} ${String(offer.value)}`}
              className="flex items-start gap-2 text-table"
            >
              <span className="mt-0.5">
                <ProductTile product={productIdOf(offer.rule)} size={15} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block break-words">{offer.purpose || ruleOf(offer.rule)?.purpose}</span>
                <span className="block text-caption text-ink2">{host ? nameOf(host) : offer.component}</span>
              </span>
              <IconButton
                icon={Plus}
                iconSize={14}
                label={t('offer.add', { purpose: offer.purpose })}
                onClick={() =>
                  workspace.getState().edit('changeSetting', (before) => setSetting(before, offer.component, offer.setting, offer.value))
                }
              />
            </li>
          );
        })}
      </ul>
    </FoldingSection>
  );
}
