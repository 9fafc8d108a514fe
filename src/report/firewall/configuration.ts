import { byCodeUnit } from '../../model/order.ts';
import { makeNames } from '../names.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';
import { styleOf } from './styles.ts';

/** Stands for a style: every firewall in the one the plan gives it. */
export const OWN_STYLES = 'own';

/** What is written, and the points that nothing was written for because the plan gives them no style. */
export interface Configuration extends Rendering {
  readonly unstyled: readonly string[];
}

/**
 * What a style writes, or with `OWN_STYLES` what each firewall's own style writes about that firewall. Null for a name that is no style.
 * Where removals are asked of a style that has none, nothing is written and every firewall of that style is named as refused.
 */
export function configurationOf(styleId: string, input: FirewallInput): Configuration | null {
  if (styleId === OWN_STYLES) return ownConfiguration(input);
  const style = styleOf(styleId);
  return style ? { ...rendered(style, input, []), unstyled: [] } : null;
}

function ownConfiguration(input: FirewallInput): Configuration {
  const names = makeNames(input);
  const points = new Map(input.analysis.openings.map(({ point }) => [point.id, point]));
  const own = new Map(
    input.plan.firewalls.flatMap(({ id, style }) =>
      style && styleOf(style) && points.get(id)?.kind === 'firewall' ? [[id, style] as const] : [],
    ),
  );
  const parts = [...new Set(own.values())].sort(byCodeUnit).map((styleId): Rendering => {
    const style = styleOf(styleId);
    if (!style) return { files: [], refused: [] };
    const mine = new Set([...own].filter(([, its]) => its === styleId).map(([id]) => id));
    const where = new Set([...mine].map(names.firewall));
    const whole = rendered(style, input, [...where]);
    if (style.per !== 'point') return whole;
    return {
      files: whole.files.filter(({ of }) => mine.has(of.id)),
      refused: whole.refused.filter((each) => where.has(each.where)),
    };
  });
  return {
    files: parts.flatMap(({ files }) => files),
    refused: parts.flatMap(({ refused }) => refused),
    unstyled: [...points.values()].filter(({ id }) => !own.has(id)).map(names.point),
  };
}

function rendered(style: Style, input: FirewallInput, firewalls: readonly string[]): Rendering {
  if (!input.remove || style.removes) return style.render(input);
  const refused = firewalls.map((where) => ({ line: style.id, where, what: 'removals', reason: `${style.title} has no removals` }));
  return { files: [], refused };
}
