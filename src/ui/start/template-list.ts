import templates from 'virtual:templates';
import { readPlan } from '../../model/gate.ts';
import type { Plan } from '../../model/plan.ts';
import { productIdOf } from '../../store/catalogs.ts';

/** A plan to start from. */
export interface Template {
  readonly id: string;
  readonly plan: Plan;
  /** Products in the order they appear, infrastructure last. */
  readonly products: readonly string[];
}

function productsOf(plan: Plan): string[] {
  const found = new Set(plan.hosts.flatMap((host) => host.components.map((component) => productIdOf(component.type))));
  return [...found].sort((a, b) => Number(a === 'infra') - Number(b === 'infra'));
}

/** Products in the order of the gallery. */
const ORDER = ['tanium', 'tpm', 'sms', 'netwrix', 'usm'];

let known: readonly Template[] | null = null;

/** Every template of this build that passes the gate; the plans of one product alone first. Read once, when first asked for. */
export function allTemplates(): readonly Template[] {
  known ??= templates
    .flatMap((document, index): Template[] => {
      const read = readPlan(document);
      return read.ok ? [{ id: `${index}-${read.plan.title}`, plan: read.plan, products: productsOf(read.plan) }] : [];
    })
    .sort((a, b) => rank(a) - rank(b) || a.plan.hosts.length - b.plan.hosts.length);
  return known;
}

function rank({ products }: Template): number {
  const own = products.filter((product) => product !== 'infra');
  const first = ORDER.indexOf(own[0] ?? '');
  return (own.length > 1 ? 1000 : 0) + (first < 0 ? ORDER.length : first);
}
