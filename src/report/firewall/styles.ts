import { iptables } from './iptables.ts';
import { nftables } from './nftables.ts';
import type { Style } from './style.ts';
import { windows } from './windows.ts';

/** Every kind of firewall configuration, in the order of menus and help. */
export const STYLES: readonly Style[] = [nftables, iptables, windows];

/** The style of that name, or undefined. */
export function styleOf(id: string): Style | undefined {
  return STYLES.find((style) => style.id === id);
}
