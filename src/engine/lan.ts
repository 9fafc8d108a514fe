import type { BoundComponent } from './bind.ts';

/** True where the two stand in one LAN, false where in different ones, null where either zone is no LAN. */
export function shareLan(from: BoundComponent, to: BoundComponent): boolean | null {
  const a = from.host.area.lan;
  const b = to.host.area.lan;
  return a === null || b === null ? null : a === b;
}
