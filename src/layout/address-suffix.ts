/** The part of an address that the zone's network does not already say: `.1.10` in 10.10.0.0/16; the whole address where it lies elsewhere. */
export function addressSuffix(address: string, cidrs: readonly string[]): string {
  const octets = address.split('.');
  if (octets.length !== 4 || address.includes('/') || address.includes('-')) return address;
  for (const cidr of cidrs) {
    const [network = '', prefix = ''] = cidr.split('/');
    const whole = Math.floor(Number(prefix) / 8);
    const parts = network.split('.');
    if (parts.length !== 4 || whole < 1) continue;
    const kept = Math.min(whole, 3);
    if (parts.slice(0, kept).every((part, index) => part === octets[index])) return `.${octets.slice(kept).join('.')}`;
  }
  return address;
}
