import { byCodeUnit } from '../../model/order.ts';
import { finding } from '../finding.ts';
import { listed, phrase } from '../finding-words.ts';
import type { DisputeKnowledge } from '../knowledge.ts';
import type { Finding } from '../result.ts';
import type { ReviewContext } from './context.ts';

/** Questions on which the sources differ and whose answer changes what this plan opens. */
export function openDisputes({ knowledge, readings }: ReviewContext): Finding[] {
  return [...knowledge.disputes.values()]
    .filter((dispute) => [...dispute.contested].some((rule) => readings.wouldSpeak(dispute, rule)))
    .map((dispute) => disputed(dispute, readings.chosen(dispute), (rule) => readings.wouldSpeak(dispute, rule)));
}

function disputed(dispute: DisputeKnowledge, chosen: string, speaks: (rule: string) => boolean): Finding {
  const says = (id: string) => {
    const reading = dispute.declaration.readings.find((candidate) => candidate.id === id);
    const rules = [...(dispute.readings.get(id) ?? [])].filter((rule) => dispute.contested.has(rule) && speaks(rule));
    const sources = (reading?.sources ?? []).map((source) => `${source.id} ${source.row}`).join(', ');
    const slots = { reading: id, sources, says: reading?.says ?? '' };
    return rules.length > 0 ? phrase('reading/holds', { ...slots, rules: rules.join(', ') }) : phrase('reading/opens-nothing', slots);
  };
  const others = dispute.declaration.readings.map((reading) => reading.id).filter((id) => id !== chosen);
  return finding(
    'source-disputed',
    { question: dispute.declaration.question, chosen: says(chosen), others: listed('space', others.map(says)) },
    [{ kind: 'dispute', id: dispute.id }],
  );
}

/** Readings in the plan that no catalog knows: the default holds. */
export function unknownReadings({ plan, knowledge }: ReviewContext): Finding[] {
  return Object.keys(plan.readings)
    .filter((id) => !knowledge.disputes.get(id)?.readings.has(plan.readings[id] ?? ''))
    .sort(byCodeUnit)
    .map((id) => finding('reading-unknown', { reading: plan.readings[id] ?? '', dispute: id }, [{ kind: 'dispute', id }]));
}

/** Catalogs that have changed since the plan was saved. */
export function changedCatalogs({ plan, knowledge }: ReviewContext): Finding[] {
  return knowledge.catalogs
    .filter((catalog) => Object.hasOwn(plan.catalogs, catalog.product) && plan.catalogs[catalog.product] !== catalog.version)
    .map((catalog) =>
      finding('catalog-changed', { catalog: catalog.name, saved: plan.catalogs[catalog.product] ?? '', now: catalog.version }, [
        { kind: 'catalog', id: catalog.product },
      ]),
    );
}
