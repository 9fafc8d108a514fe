import { BookOpen, Globe } from 'lucide-react';
import { isNamed } from '../../engine/result.ts';
import { externalOf, productIdOf, productOf, sourceOf } from '../../store/catalogs.ts';
import { findingsOf } from '../../store/selectors.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Count, Section } from '../parts/Section.tsx';
import { FindingList } from './FindingList.tsx';
import { FlowList } from './FlowList.tsx';
import { InspectorHead } from './InspectorHead.tsx';

/** A service on the Internet: its names, where they were read, and the flows that go there. */
export function ExternalInspector({ id }: { id: string }) {
  const t = useT();
  const analysis = useWorkspace((state) => state.analysis);
  const external = externalOf(id);
  const product = productIdOf(id);
  const flows = analysis?.flows.filter((flow) => isNamed(flow.to) && flow.to.external === id) ?? [];
  return (
    <>
      <InspectorHead
        icon={<Globe aria-hidden="true" size={17} strokeWidth={1.75} />}
        title={external?.name ?? id}
        kind={t('external.kind', { product: productOf(product)?.name ?? product })}
      />
      <Section title={t('external.names')}>
        {external && external.fqdns.length > 0 ? (
          <ul>
            {external.fqdns.map((name) => (
              <li key={name} className="mono text-[12px] break-all">
                {name}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-table text-warn">{t('external.unnamed')}</p>
        )}
        {external?.remark && <p className="mt-2 text-table text-ink2">{external.remark}</p>}
      </Section>
      {external && (
        <Section title={t('flow.source')}>
          <ul className="grid gap-2">
            {external.sources.map((citation) => {
              const source = sourceOf(product, citation.id);
              return (
                <li key={`${citation.id} ${citation.row}`} className="flex gap-2 text-table">
                  <BookOpen aria-hidden="true" size={14} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink2" />
                  <span className="min-w-0 break-words">
                    {source?.title ?? citation.id}
                    <span className="block text-ink2">{t('flow.row', { row: citation.row, read: source?.read ?? '' })}</span>
                  </span>
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      <FindingList findings={findingsOf(analysis, 'external', id)} />
      {flows.length > 0 && (
        <Section
          title={
            <>
              {t('inspector.flows')} <Count>{flows.length}</Count>
            </>
          }
        >
          <FlowList flows={flows.slice(0, 60)} withEnds />
        </Section>
      )}
    </>
  );
}
