import { useEffect, useMemo, useState } from 'react';
import type { Plan } from '../../model/plan.ts';
import { type EncodedLink, encodeLink, encodeSealedLink } from '../../share/link.ts';

/** How long nobody types before the link is sealed, in milliseconds: sealing is meant to be slow. */
const PAUSE = 350;

/** The share link of a plan; with a passphrase the sealed one, and null while there is none or it is being made. An undefined passphrase seals nothing. */
export function useShareLink(plan: Plan, passphrase: string | undefined): EncodedLink | null {
  const address = window.location.href;
  const open = useMemo(() => encodeLink(plan, address), [plan, address]);
  const [sealed, setSealed] = useState<{ readonly by: string; readonly plan: Plan; readonly link: EncodedLink } | null>(null);
  useEffect(() => {
    if (!passphrase) return;
    let wanted = true;
    const timer = setTimeout(async () => {
      const link = await encodeSealedLink(plan, passphrase, address);
      if (wanted) setSealed({ by: passphrase, plan, link });
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [plan, passphrase, address]);
  if (passphrase === undefined || !open.ok) return open;
  return sealed?.by === passphrase && sealed.plan === plan ? sealed.link : null;
}
