import { ZONE_KINDS, type ZoneKind } from '../../model/plan.ts';
import { useT } from '../messages/translate.ts';
import { ZoneTile } from '../parts/ZoneTile.tsx';
import { PartButton } from './PartButton.tsx';

/** The kinds of zones, two in a row. */
export function ZoneKinds({ matches, searching }: { matches: (...texts: readonly string[]) => boolean; searching: boolean }) {
  const t = useT();
  const kinds = ZONE_KINDS.filter((kind: ZoneKind) => matches(t(`zone.kind.${kind}`), kind, searching ? t('palette.zones') : ''));
  if (kinds.length === 0) return null;
  return (
    <section className="mb-3">
      <h2 className="mb-1 px-1 text-[12px] leading-5 font-medium text-ink2">{t('palette.zones')}</h2>
      <ul className="grid grid-cols-[max-content_minmax(0,1fr)]">
        {kinds.map((kind) => (
          <li key={kind} className="min-w-0">
            <PartButton
              part={{ kind: 'zone', zoneKind: kind }}
              label={t('palette.zoneOf', { kind: t(`zone.kind.${kind}`) })}
              className="!gap-1.5"
            >
              <ZoneTile kind={kind} size={19} />
              <span className="truncate text-table">{t(`zone.kind.${kind}`)}</span>
            </PartButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
