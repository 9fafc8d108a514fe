import type { EffectiveSetting, Flow, Opening } from '../engine/result.ts';
import { isNamed } from '../engine/result.ts';
import { citation, portsCell } from './csv.ts';
import { flowRecord, jsonText, openingRecord } from './json.ts';
import { makeNames, type Names, oneLine, type ReportInput } from './names.ts';
import { flowEndName } from './sheet.ts';

/** Everything behind one opening or flow: opening, flows, rules with the settings of their ends, sources. */
export interface Explanation {
  /** Null where a flow was asked for. */
  readonly opening: Opening | null;
  /** Where a flow was asked for: every opening that lets it pass. */
  readonly openings: readonly Opening[];
  readonly flows: readonly Flow[];
  readonly rules: readonly ExplainedRule[];
  readonly sources: readonly { readonly product: string | null; readonly id: string; readonly row: string }[];
}

interface ExplainedRule {
  readonly id: string;
  readonly product: string | null;
  readonly purpose: string;
  readonly need: Flow['need'];
  readonly standing: Flow['standing'];
  readonly settings: readonly EffectiveSetting[];
}

/** Explains an opening or flow by its id; null where the analysis has neither. */
export function explain({ analysis }: ReportInput, id: string): Explanation | null {
  const opening = analysis.openings.find((each) => each.id === id) ?? null;
  const flows = opening
    ? analysis.flows.filter((flow) => opening.flows.includes(flow.id))
    : analysis.flows.filter((flow) => flow.id === id);
  if (!opening && flows.length === 0) return null;
  const sources = new Map<string, Explanation['sources'][number]>();
  for (const flow of flows)
    for (const { id, row } of flow.sources) sources.set(JSON.stringify([flow.product, id, row]), { product: flow.product, id, row });
  return {
    opening,
    openings: opening ? [opening] : analysis.openings.filter((each) => each.flows.includes(id)),
    flows,
    rules: rulesOf(flows, analysis.settings),
    sources: [...sources.values()],
  };
}

function rulesOf(flows: readonly Flow[], settings: readonly EffectiveSetting[]): ExplainedRule[] {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) groups.set(flow.rule, [...(groups.get(flow.rule) ?? []), flow]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const components = new Set(group.flatMap((flow) => [flow.from.component, isNamed(flow.to) ? null : flow.to.component]));
    return {
      id: first.rule,
      product: first.product,
      purpose: first.purpose,
      need: first.need,
      standing: first.standing,
      settings: settings.filter((setting) => components.has(setting.component)),
    };
  });
}

/** An explanation as `{opening, flows, rules, sources}`, with `openings` where a flow was asked for. */
export function explanationJson(explanation: Explanation): string {
  const { opening, openings, flows, rules, sources } = explanation;
  return jsonText({
    opening: opening && openingRecord(opening),
    ...(opening ? {} : { openings: openings.map(openingRecord) }),
    flows: flows.map(flowRecord),
    rules: rules.map(({ id, product, purpose, need, standing, settings }) => ({
      id,
      product,
      purpose,
      need,
      standing,
      settings: settings.map(({ component, setting, value, default: fallback, changed }) => ({
        component,
        setting,
        value,
        default: fallback,
        changed,
      })),
    })),
    sources,
  });
}

/** An explanation as text for a terminal. */
export function explanationText(explanation: Explanation, input: ReportInput): string {
  const names = makeNames(input);
  const lines = explanation.opening
    ? openingText(explanation.opening, names)
    : explanation.openings.length === 0
      ? ['Passes no enforcement point.']
      : explanation.openings.flatMap((opening) => openingText(opening, names));
  for (const flow of explanation.flows) lines.push('', ...flowText(flow, names));
  for (const rule of explanation.rules) lines.push('', ...ruleText(rule));
  lines.push(
    '',
    'Sources',
    ...(explanation.sources.length === 0
      ? ['  none: a requirement of the plan itself']
      : explanation.sources.map((source) => `  ${oneLine(citation(source.product, source))}`)),
  );
  return `${lines.join('\n')}\n`;
}

function openingText(opening: Opening, names: Names): string[] {
  const services = opening.services.map((service) => `${service.protocol} ${portsCell(service)}`.trim()).join(', ');
  return [
    `Opening ${oneLine(opening.id)} at ${opening.point.kind} ${names.point(opening.point)}`,
    `  ${names.zone(opening.fromZone)} to ${names.zone(opening.toZone)}`,
    `  from ${opening.sources.map((end) => names.end(end)).join(', ')}`,
    `  to ${opening.destinations.map((end) => names.end(end)).join(', ')}`,
    `  ${services}, ${opening.need}, ${opening.phase}`,
    `  ${oneLine(opening.justification)}`,
    ...(opening.orderable
      ? []
      : [
          `  not orderable yet: ${opening.missing.map((subject) => names.subject(subject)).join(', ') || 'source and destination share no address family'}`,
        ]),
  ];
}

function flowText(flow: Flow, names: Names): string[] {
  const boundaries = flow.crossings.map(({ boundary, fromZone }) => (boundary === null ? names.zone(fromZone) : names.boundary(boundary)));
  return [
    `Flow ${oneLine(flow.id)} by rule ${oneLine(flow.rule)}`,
    `  ${oneLine(flowEndName(flow.from, names))} to ${oneLine(flowEndName(flow.to, names))}, ${flow.protocol} ${portsCell(flow)}`.trimEnd(),
    `  ${flow.scope}${boundaries.length > 0 ? ` through ${boundaries.join(', ')}` : ''}`,
    ...flow.deviations.map((each) => `  ${names.deviation(each)}`),
    ...(flow.waived ? [`  waived: ${oneLine(flow.waived.reason)}`] : []),
    ...(flow.via ? [`  tunnelled in flow ${oneLine(flow.via)}`] : []),
  ];
}

function ruleText(rule: ExplainedRule): string[] {
  const changed = rule.settings.filter((setting) => setting.changed);
  return [
    `Rule ${oneLine(rule.id)}: ${oneLine(rule.purpose)}`,
    `  ${rule.need}${rule.standing ? `, ${rule.standing}` : ''}`,
    ...changed.map(
      (setting) =>
        `  ${oneLine(`${setting.component} ${setting.setting} = ${setting.value ?? 'unknown'}, default ${setting.default ?? 'none'}`)}`,
    ),
  ];
}
