import type { Plan } from '../plan.ts';

/** The plan with the link "`from` is served by `to`". A link that is there already changes nothing. */
export function addLink(plan: Plan, from: string, to: string): Plan {
  if (from === to || plan.links.some((link) => link.from === from && link.to === to)) return plan;
  return { ...plan, links: [...plan.links, { from, to }] };
}

/** The plan without that link. */
export function removeLink(plan: Plan, from: string, to: string): Plan {
  const links = plan.links.filter((link) => link.from !== from || link.to !== to);
  return links.length === plan.links.length ? plan : { ...plan, links };
}
