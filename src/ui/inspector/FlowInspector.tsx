import { ArrowRight, Ban, BookOpen, Copy, Pencil, RotateCcw, Shield, Trash2 } from 'lucide-react';
import { Fragment } from 'react';
import { type Flow, isNamed } from '../../engine/result.ts';
import { setSetting } from '../../model/edits/components.ts';
import { removeRequirement, unwaive } from '../../model/edits/judgements.ts';
import { nameOf, type Plan } from '../../model/plan.ts';
import { externalOf, productOf, ruleOf, shortTypeName, sourceOf } from '../../store/catalogs.ts';
import { namesOf, openingOrder, openingsByFlow } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { copyText } from '../actions/copy-text.ts';
import { openDialog } from '../dialogs/open-dialog.ts';
import { StandingWord } from '../dock/cells.tsx';
import { tabSeparated } from '../dock/column.ts';
import { flowColumns } from '../dock/flows-columns.tsx';
import { flowEnd, serviceText } from '../dock/words.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Fact } from '../parts/Field.tsx';
import { ProductTile } from '../parts/ProductTile.tsx';
import { Count, Section } from '../parts/Section.tsx';
import { ZoneTile } from '../parts/ZoneTile.tsx';
import { FlowList } from './FlowList.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { RequestFields } from './RequestFields.tsx';
import { waiversOf } from './waivers-of.ts';

/** The name of the component type at an end of a flow, or the name of the service on the Internet. */
function partName(plan: Plan, end: Flow['from'] | Flow['to']): string {
  if (isNamed(end)) return end.external === null ? end.fqdns.join(', ') : (externalOf(end.external)?.name ?? end.external);
  const component = plan.hosts.find((host) => host.id === end.host)?.components.find((one) => one.id === end.component);
  if (component) return shortTypeName(component.type);
  return end.host ?? end.cidr ?? end.zone;
}

/** Everything about one flow: service, path, source, justification, and what to do with it. */
export function FlowInspector({ flow }: { flow: Flow }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const names = namesOf(plan, analysis);
  const words = { any: t('address.any'), missing: t('address.missing') };
  const from = flowEnd(flow.from, plan, names, words).name;
  const to = flowEnd(flow.to, plan, names, words).name;
  const rule = ruleOf(flow.rule);
  const waivers = waiversOf(plan, flow);
  return (
    <>
      <InspectorHead
        icon={<ArrowRight aria-hidden="true" size={17} strokeWidth={1.75} />}
        title={t('flow.fromTo', { from, to })}
        kind={
          flow.waived
            ? t('flow.waived')
            : flow.scope === 'crossing'
              ? t('flow.crosses', { count: flow.crossings.length })
              : t(`scope.${flow.scope}`)
        }
      />
      <Section title={t('flow.flow')}>
        <p className="mb-2 flex items-start gap-2 text-body font-semibold">
          <span className="mt-px">
            <ProductTile product={flow.product} />
          </span>
          <span className="min-w-0 break-words">{flow.purpose || flow.rule}</span>
        </p>
        <dl className="grid gap-1">
          <Fact label={t('column.service')}>
            <span className="mono text-[12px]">{serviceText(flow)}</span>
          </Fact>
          {flow.deviations.map((deviation) => (
            <Fact key={`${deviation.component} ${deviation.setting}`} label={t('flow.default')}>
              <span className="mono text-[12px]">{deviation.default}</span>{' '}
              <button
                type="button"
                title={t('setting.restore')}
                onClick={() =>
                  workspace
                    .getState()
                    .edit('changeSetting', (before) => setSetting(before, deviation.component, deviation.setting, undefined))
                }
                className="inline-flex items-center gap-1 rounded-[4px] text-warn hover:underline"
              >
                <Pencil aria-hidden="true" size={12} strokeWidth={2} />
                {t('flow.changed')}
              </button>
            </Fact>
          ))}
          <Fact label={t('column.need')}>{t(`need.${flow.need}`)}</Fact>
          {flow.phase !== 'operation' && <Fact label={t('flow.phase')}>{t(`phase.${flow.phase}`)}</Fact>}
          <Fact label={t('flow.startsAt')}>{partName(plan, flow.from)}</Fact>
          <Fact label={t('flow.answers')}>{partName(plan, flow.to)}</Fact>
          {flow.process.from && (
            <Fact label={t('flow.processFrom')}>
              <code className="text-[11.5px]">{flow.process.from}</code>
            </Fact>
          )}
          {flow.process.to && (
            <Fact label={t('flow.processTo')}>
              <code className="text-[11.5px]">{flow.process.to}</code>
            </Fact>
          )}
        </dl>
      </Section>
      <FlowPath flow={flow} />
      <FlowSources flow={flow} />
      {flow.crossings.length > 0 && !flow.waived && <RequestFields place={{ kind: 'flows', id: flow.id }} />}
      <Section title={t('flow.justification')}>
        <p className="text-body">{flow.purpose || t('flow.noPurpose')}</p>
        {rule?.remark && <p className="mt-1 text-table text-ink2">{rule.remark}</p>}
        {flow.advice.length > 0 && (
          <ul className="mt-2 list-disc pl-4 text-table text-ink2">
            {flow.advice.map((advice) => (
              <li key={advice}>{t(`advice.${advice}`)}</li>
            ))}
          </ul>
        )}
        {flow.waived && (
          <p className="mt-2 text-table">
            <span className="font-medium">{t('flow.waivedBecause')}</span> {flow.waived.reason || t('flow.noReason')}
          </p>
        )}
      </Section>
      <Section>
        <div className="flex flex-wrap gap-2">
          {flow.waived ? (
            <Button
              look="outline"
              size="small"
              icon={RotateCcw}
              onClick={() => workspace.getState().edit('unwaive', (before) => waivers.reduce(unwaive, before))}
            >
              {t('flow.unwaive')}
            </Button>
          ) : (
            flow.product !== null && (
              <Button look="outline" size="small" icon={Ban} onClick={() => openDialog({ kind: 'waive', flow })}>
                {t('waive.do')}
              </Button>
            )
          )}
          {flow.rule.startsWith('requirement/') && (
            <Button
              look="danger"
              size="small"
              icon={Trash2}
              onClick={() =>
                workspace.getState().edit('remove', (before) => removeRequirement(before, flow.rule.slice('requirement/'.length)))
              }
            >
              {t('requirement.remove')}
            </Button>
          )}
          <Button
            look="outline"
            size="small"
            icon={Copy}
            onClick={() => void copyText(tabSeparated([flow], flowColumns(t, plan, names, words)), 'toast.copiedRows', { count: 1 })}
          >
            {t('flow.copyRow')}
          </Button>
        </div>
      </Section>
    </>
  );
}

/** The way a flow takes: zones, and between them who enforces. */
function FlowPath({ flow }: { flow: Flow }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const names = namesOf(plan, analysis);
  const kind = (zone: string) => plan.zones.find((one) => one.id === zone)?.kind ?? 'internet';
  const openings = (analysis && openingsByFlow(analysis).get(flow.id)) || [];
  const zone = (id: string) => (
    <li className="flex items-center gap-2 text-table">
      <ZoneTile kind={kind(id)} size={17} />
      <span className="truncate">{names.zone(id)}</span>
    </li>
  );
  return (
    <Section title={t('flow.path')}>
      <ol className="grid gap-1.5">
        {zone(flow.from.zone)}
        {flow.crossings.map((crossing, index) => {
          const firewall = plan.firewalls.find((one) => one.id === crossing.firewall);
          const boundary = analysis?.boundaries.find((one) => one.id === crossing.boundary);
          const opening = openings.find((one) => one.crossings.some((other) => other.boundary === crossing.boundary));
          const number = opening && analysis ? (openingOrder(analysis).numbers.get(opening.id) ?? null) : null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a path is told in order and may pass one boundary twice
            <Fragment key={index}>
              <li className="flex items-center gap-2 text-table">
                <Shield aria-hidden="true" size={15} strokeWidth={1.75} className="ml-px shrink-0 text-accent" />
                <span className="min-w-0 truncate font-semibold">
                  {firewall ? nameOf(firewall) : (boundary?.name ?? t('dock.noFirewall'))}
                </span>
                {opening && number !== null && (
                  <button
                    type="button"
                    onClick={() => workspace.getState().select({ kind: 'opening', id: opening.id })}
                    className="shrink-0 rounded-[4px] text-accent-text hover:underline"
                  >
                    {t('flow.opening', { number })}
                  </button>
                )}
              </li>
              {zone(crossing.toZone)}
            </Fragment>
          );
        })}
        {flow.scope === 'unrouted' && (
          <>
            <li className="text-table text-error">{t('flow.unrouted')}</li>
            {zone(flow.to.zone)}
          </>
        )}
      </ol>
    </Section>
  );
}

/** Where a flow was read, and how far to trust it. */
function FlowSources({ flow }: { flow: Flow }) {
  const t = useT();
  return (
    <Section title={t('flow.source')}>
      {flow.product === null ? (
        <p className="text-table text-ink2">{t('flow.ownRequirement')}</p>
      ) : (
        <ul className="grid gap-2">
          {flow.sources.map((citation) => {
            const source = sourceOf(flow.product ?? '', citation.id);
            return (
              <li key={`${citation.id} ${citation.row}`} className="flex gap-2 text-table">
                <BookOpen aria-hidden="true" size={14} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink2" />
                <span className="min-w-0 break-words">
                  {source && /^https?:/.test(source.url) ? (
                    <a
                      href={source.url}
                      target="_blank"
                      rel="noreferrer noopener"
                      className="text-accent-text underline underline-offset-2"
                    >
                      {productOf(flow.product ?? '')?.name}: {source.title}
                    </a>
                  ) : (
                    citation.id
                  )}
                  <span className="block text-ink2">{t('flow.row', { row: citation.row, read: source?.read ?? '' })}</span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <p className="mt-2 text-table">
        <StandingWord standing={flow.standing} />
      </p>
    </Section>
  );
}

/** Several flows of one edge, or of one source: one line each. */
export function FlowListInspector({ flows, pair }: { flows: readonly Flow[]; pair: Flow | null }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const names = namesOf(plan, analysis);
  const words = { any: t('address.any'), missing: t('address.missing') };
  const title = pair
    ? t('flow.fromTo', { from: flowEnd(pair.from, plan, names, words).name, to: flowEnd(pair.to, plan, names, words).name })
    : t('flow.several');
  return (
    <>
      <InspectorHead
        icon={<ArrowRight aria-hidden="true" size={17} strokeWidth={1.75} />}
        title={title}
        kind={
          pair && pair.crossings.length > 0
            ? t('flow.edge', { count: flows.length, crossings: pair.crossings.length })
            : t('flow.edgeInside', { count: flows.length })
        }
      />
      <Section
        title={
          <>
            {t('inspector.flows')} <Count>{flows.length}</Count>
          </>
        }
      >
        <FlowList flows={flows} withEnds={pair === null} />
      </Section>
      {pair && pair.crossings.length > 0 && <FlowPath flow={pair} />}
    </>
  );
}
