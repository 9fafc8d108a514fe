import { useMemo } from 'react';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { contentText } from './content-text.ts';
import type { NodeNames } from './nodes.ts';

/** What nodes are called for those who cannot see them, in the language of the page. */
export function useNodeNames(): NodeNames {
  const t = useT();
  const language = useWorkspace((state) => state.language);
  return useMemo(() => {
    const number = new Intl.NumberFormat(language);
    return {
      zone(name, kind, parent, held) {
        const kindName = t(`zone.kind.${kind}`);
        const zone =
          parent === null ? t('canvas.aria.zone', { name, kind: kindName }) : t('canvas.aria.zoneIn', { name, kind: kindName, parent });
        return held ? t('canvas.aria.collapsed', { zone, content: contentText(held, t) }) : zone;
      },
      host(host, zone) {
        const name = host.name ? host.name : host.id;
        const count = host.components.length;
        if (host.count > 1) {
          return t(count === 1 ? 'canvas.aria.groupOne' : 'canvas.aria.group', { name, zone, count, machines: number.format(host.count) });
        }
        return t(count === 0 ? 'canvas.aria.hostNone' : count === 1 ? 'canvas.aria.hostOne' : 'canvas.aria.host', { name, zone, count });
      },
      externals: (zone) => t('canvas.aria.externals', { zone }),
    };
  }, [t, language]);
}
