import type { Plan } from '../model/plan.ts';
import { packPlan, writePlan } from '../model/write-plan.ts';

/** Documents that can carry the plan they were made from. */
export const CARRIERS: readonly string[] = ['json', 'html', 'svg', 'zip'];

/** Name of the plan file in an archive. */
export const PLAN_ENTRY = 'plan.plan.json';

/**
 * The document with the plan in it: JSON has it as the member `plan`, HTML as the value of an empty hidden `data` element, SVG as text of
 * a `metadata` element, both named `portolan-plan`. Nothing of it shows or runs. A text in any other format stays as it is.
 */
export function withPlan(format: string, text: string, plan: Plan): string {
  switch (format) {
    case 'json':
      return before(text, '\n}', `,\n  "plan": ${writePlan(plan).trimEnd().replaceAll('\n', '\n  ')}`);
    case 'html':
      return before(text, '</body>', `<data id="portolan-plan" hidden value="${markupText(plan)}"></data>\n`);
    case 'svg':
      return before(text, '</svg>', `<metadata id="portolan-plan">${markupText(plan)}</metadata>`);
    default:
      return text;
  }
}

/** The text with something put before the last place where `end` stands. */
function before(text: string, end: string, added: string): string {
  const at = text.lastIndexOf(end);
  return at < 0 ? text : text.slice(0, at) + added + text.slice(at);
}

/** The plan as JSON that markup cannot take for its own: ASCII alone, everything but letters, digits and harmless marks as a reference. */
function markupText(plan: Plan): string {
  const json = packPlan(plan).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return json.replace(/[^\w ,.;:/()[\]{}\\-]/g, (character) => `&#${character.charCodeAt(0)};`);
}
