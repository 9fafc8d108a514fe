import { type Catalog, catalogSchema } from '../../model/catalog.ts';
import { type Plan, planSchema } from '../../model/plan.ts';
import { analyze } from '../analyze.ts';
import type { Analysis, Flow } from '../result.ts';

/** A made-up product and small plans of it, for tests that say what a rule, a setting or a condition means. */

export type Part = Record<string, unknown>;

export const typeOf = (id: string, more: Part = {}): Part => ({ id, name: id, icon: 'box', ...more });

/** A rule by which a leaf needs a hub, unless told otherwise. */
export const rule = (id: string, more: Part = {}): Part => ({
  id,
  from: ['leaf'],
  to: ['hub'],
  services: [{ protocol: 'tcp', ports: '443' }],
  need: 'required',
  purpose: `Purpose ${id}`,
  standing: 'documented',
  sources: [{ id: 'page', row: 'L1' }],
  ...more,
});

/** The product `post`: leaves and hubs, unless told otherwise. */
export const product = (parts: Part = {}): Catalog =>
  catalogSchema.parse({
    product: 'post',
    name: 'Post',
    letters: 'PO',
    version: '2026.11.1',
    description: 'A product made up for tests',
    types: [typeOf('leaf'), typeOf('hub')],
    ...parts,
  });

/** A host with one component, `<id>-c`. */
export const host = (id: string, zone: string, address: string | string[], type: string, settings: Part = {}, more: Part = {}): Part => ({
  id,
  zone,
  addresses: [address].flat(),
  components: [{ id: `${id}-c`, type: type.includes('/') ? type : `post/${type}`, settings, ...more }],
});

/** A leaf in one zone, a hub in another. */
export const PAIR: Part[] = [host('l', 'a', '10.0.0.1', 'leaf'), host('h', 'b', '10.0.1.1', 'hub')];

/** A plan of two zones, `a` and `b`, unless told otherwise. */
export const planOf = (parts: Part = {}): Plan =>
  planSchema.parse({ format: 'portolan.plan', version: 1, zones: [{ id: 'a' }, { id: 'b' }], hosts: [], ...parts });

/** What follows from a plan and the product. */
export const analysisOf = (plan: Part, parts: Part = {}): Analysis => analyze(planOf(plan), [product(parts)]);

/** Who opens to whom, each by its component, host, network, name or zone, in order. */
export const flowsOf = ({ flows }: Pick<Analysis, 'flows'>, only?: string): string[] =>
  flows
    .filter((flow) => only === undefined || flow.rule === only)
    .map(({ from, to }) => `${endOf(from)} > ${endOf(to)}`)
    .sort();

/** The subjects of every finding of a code, `kind id` each. */
export const subjectsOf = ({ findings }: Pick<Analysis, 'findings'>, code: string): string[] =>
  findings.filter((finding) => finding.code === code).map(({ subjects }) => subjects.map(({ kind, id }) => `${kind} ${id}`).join(', '));

function endOf(end: Flow['to']): string {
  return 'fqdns' in end ? (end.external ?? end.fqdns.join(',')) : (end.component ?? end.host ?? end.cidr ?? end.zone);
}
