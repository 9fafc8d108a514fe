import type { Held } from '../../layout/fold.ts';
import type { useT } from '../messages/translate.ts';

/** What a collapsed zone holds, in words: `4 hosts, 1 zone`; its hosts alone where no zone is in it. */
export function contentText({ hosts, zones }: Pick<Held, 'hosts' | 'zones'>, t: ReturnType<typeof useT>): string {
  const words = t('start.hosts', { count: hosts });
  return zones === 0 ? words : `${words}, ${t('start.zones', { count: zones })}`;
}
