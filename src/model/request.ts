import { dictionary, lookup } from './dictionary.ts';
import type { Plan } from './plan.ts';
import { isRecord } from './plan-fields.ts';

/** What a change request asks beside the openings. `until` is a day or `permanent`; nothing given is an empty text. */
export const REQUEST_FIELDS = ['requester', 'owner', 'approver', 'ticket', 'neededBy', 'until'] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];
export type RequestData = Readonly<Record<RequestField, string>>;

/** The request of the whole plan, one enforcement point or one flow. Ids are those of the analysis. */
export type RequestPlace = { readonly kind: 'plan' } | { readonly kind: 'points' | 'flows'; readonly id: string };

/** What the plan says about one place itself. The field is reserved in the format: whatever else stands in it stays and reads as nothing. */
export function requestAt(plan: Plan, place: RequestPlace): RequestData {
  const request = isRecord(plan.request) ? plan.request : {};
  const places = place.kind === 'plan' ? undefined : request[place.kind];
  const holder = place.kind === 'plan' ? request.plan : isRecord(places) ? lookup(places, place.id) : undefined;
  const given = isRecord(holder) ? holder : {};
  const text = (field: RequestField) => (typeof given[field] === 'string' ? given[field].trim() : '');
  return Object.fromEntries(REQUEST_FIELDS.map((field) => [field, text(field)])) as Record<RequestField, string>;
}

/** What holds for an opening: for each field what its flows say, else its enforcement point, else the plan. Flows that differ are all named. */
export function requestFor(plan: Plan, point: string, flows: readonly string[]): RequestData {
  if (plan.request === undefined) return requestAt(plan, { kind: 'plan' });
  const [whole, own] = [requestAt(plan, { kind: 'plan' }), requestAt(plan, { kind: 'points', id: point })];
  const single = flows.map((id) => requestAt(plan, { kind: 'flows', id }));
  const value = (field: RequestField) => {
    const said = [...new Set(single.map((each) => each[field]).filter((text) => text !== ''))];
    return said.length > 0 ? said.join('; ') : own[field] || whole[field];
  };
  return Object.fromEntries(REQUEST_FIELDS.map((field) => [field, value(field)])) as Record<RequestField, string>;
}

/** True where the plan says anything of a request. */
export function hasRequest(plan: Plan): boolean {
  return isRecord(plan.request) && Object.keys(plan.request).length > 0;
}

/** The plan with one field of a place set; an empty text takes it away, and an emptied request with it. */
export function setRequest(plan: Plan, place: RequestPlace, field: RequestField, value: string): Plan {
  const request: Record<string, unknown> = isRecord(plan.request) ? { ...plan.request } : {};
  const changed = (holder: unknown) => withField(isRecord(holder) ? holder : {}, field, value.trim());
  if (place.kind === 'plan') assign(request, 'plan', changed(request.plan));
  else {
    const places = Object.assign(dictionary<unknown>(), request[place.kind]);
    assign(places, place.id, changed(lookup(places, place.id)));
    assign(request, place.kind, places);
  }
  const { request: _, ...rest } = plan;
  return Object.keys(request).length === 0 ? (rest as Plan) : { ...rest, request };
}

function withField(holder: Record<string, unknown>, field: RequestField, value: string): Record<string, unknown> {
  const { [field]: _, ...rest } = holder;
  return value === '' ? rest : { ...rest, [field]: value };
}

function assign(target: Record<string, unknown>, key: string, value: Record<string, unknown>): void {
  if (Object.keys(value).length === 0) delete target[key];
  else target[key] = value;
}
