import { familyOf } from '../model/address.ts';
import type { OpeningEnd, Subject } from './result.ts';

/** A line can be ordered once every end has an address or name, and some source can reach some destination in one address family. */
export function canBeOrdered(missing: readonly Subject[], sources: readonly OpeningEnd[], destinations: readonly OpeningEnd[]): boolean {
  if (missing.length > 0) return false;
  return ([4, 6] as const).some((family) => sources.some((end) => speaks(end, family)) && destinations.some((end) => speaks(end, family)));
}

/** A name can stand for either family. */
function speaks(end: OpeningEnd, family: 4 | 6): boolean {
  return 'fqdns' in end || end.addresses.some((address) => familyOf(address) === family);
}
