import { ArrowRight, Badge, BadgeAlert, BadgeCheck, BadgeInfo, BadgeX, Clock, type LucideIcon, Pencil } from 'lucide-react';
import type { Standing } from '../../model/catalog.ts';
import { productOf } from '../../store/catalogs.ts';
import { useT } from '../messages/translate.ts';
import { ProductTile } from '../parts/ProductTile.tsx';
import type { EndWords } from './words.ts';

/** Names with their addresses beside them. */
export function Ends({ ends }: { ends: readonly EndWords[] }) {
  const shown = ends.slice(0, 4);
  return (
    <span title={ends.map((end) => `${end.name} ${end.addresses}`).join('\n')}>
      {shown.map((end, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ends of one cell have no other identity and never move
        <span key={index}>
          {index > 0 && ', '}
          {end.name}
          {end.addresses && shown.length < 3 && (
            <>
              {' '}
              <span className="mono text-[11px] text-ink2">{end.addresses}</span>
            </>
          )}
        </span>
      ))}
      {ends.length > shown.length && <span className="text-ink2"> +{ends.length - shown.length}</span>}
    </span>
  );
}

/** The arrow from initiator to responder. */
export function Arrow() {
  return <ArrowRight aria-hidden="true" size={14} strokeWidth={1.75} className="text-ink2" />;
}

/** Ports in mono, with a pencil where one differs from the vendor's default and a clock where the line is temporary. */
export function Service({ text, deviates, temporary }: { text: string; deviates: boolean; temporary: boolean }) {
  const t = useT();
  return (
    <span className="mono text-[12px]">
      {text}
      {deviates && (
        <Pencil
          role="img"
          aria-label={t('dock.deviates')}
          size={13}
          strokeWidth={2}
          className="ml-1.5 inline-block align-[-2px] text-warn"
        />
      )}
      {temporary && (
        <Clock
          role="img"
          aria-label={t('dock.temporary')}
          size={13}
          strokeWidth={2}
          className="ml-1.5 inline-block align-[-2px] text-ink2"
        />
      )}
    </span>
  );
}

/** The tile and name of one product, or the tiles of several. */
export function Products({ products }: { products: readonly string[] }) {
  const t = useT();
  if (products.length === 0) return <span className="text-ink2">{t('dock.own')}</span>;
  const names = products.map((product) => productOf(product)?.name ?? product);
  return (
    <span className="inline-flex max-w-full items-center gap-1.5 align-middle" title={names.join(', ')}>
      {products.map((product) => (
        <ProductTile key={product} product={product} size={15} />
      ))}
      <span className={products.length > 1 ? 'sr-only' : 'truncate'}>{names.join(', ')}</span>
    </span>
  );
}

const STANDING_ICONS: Record<Standing, LucideIcon> = {
  documented: BadgeCheck,
  corroborated: Badge,
  inferred: BadgeInfo,
  disputed: BadgeAlert,
  withdrawn: BadgeX,
};

/** How far a fact is to be trusted: icon and word. */
export function StandingWord({ standing }: { standing: Standing | null }) {
  const t = useT();
  if (standing === null) return <span className="text-ink2">{t('dock.own')}</span>;
  const Icon = STANDING_ICONS[standing];
  const tone = standing === 'documented' || standing === 'corroborated' ? 'text-ok' : standing === 'inferred' ? 'text-info' : 'text-warn';
  return (
    <span className="inline-flex items-center gap-1.5" title={t(`standing.${standing}.why`)}>
      <Icon aria-hidden="true" size={14} strokeWidth={1.75} className={tone} />
      {t(`standing.${standing}`)}
    </span>
  );
}
