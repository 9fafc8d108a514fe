import { aerleon } from './aerleon.ts';
import { asa } from './asa.ts';
import { checkpoint } from './checkpoint.ts';
import { connectionTests } from './connection-tests.ts';
import { fortigate } from './fortigate.ts';
import { iptables } from './iptables.ts';
import { junos } from './junos.ts';
import { nftables } from './nftables.ts';
import { panos } from './panos.ts';
import type { Style } from './style.ts';
import { terraformAws } from './terraform-aws.ts';
import { terraformAzure } from './terraform-azure.ts';
import { terraformGcp } from './terraform-gcp.ts';
import { windows } from './windows.ts';

/** Every kind of firewall configuration, in the order of menus and help. */
export const STYLES: readonly Style[] = [
  nftables,
  iptables,
  windows,
  panos,
  fortigate,
  asa,
  junos,
  checkpoint,
  terraformAws,
  terraformAzure,
  terraformGcp,
  aerleon,
  connectionTests,
];

/** The style of that name, or undefined. */
export function styleOf(id: string): Style | undefined {
  return STYLES.find((style) => style.id === id);
}
