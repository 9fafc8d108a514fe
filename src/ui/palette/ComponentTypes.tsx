import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { type Catalog, qualify, type TypeDeclaration } from '../../model/catalog.ts';
import { allCatalogs, shortTypeName } from '../../store/catalogs.ts';
import { workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { ProductTile } from '../parts/ProductTile.tsx';
import { Count } from '../parts/Section.tsx';
import { PartButton } from './PartButton.tsx';

/** How many types a product shows before the rest is asked for. */
const FIRST = 5;
/** The order of products: the one most plans start with first, the surroundings last, others as they come. */
const ORDER = ['tanium', 'tpm', 'sms', 'netwrix', 'usm'];

/** Every catalog in the order of the palette. */
export const sortedCatalogs = [...allCatalogs].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));

function rank({ product }: Catalog): number {
  if (product === 'infra') return 1000;
  const index = ORDER.indexOf(product);
  return index < 0 ? ORDER.length : index;
}

/** The port a card shows: the fixed one, or the plain default of the setting that holds it. */
export function mainPortOf(type: TypeDeclaration): string | null {
  if (type.mainPort === undefined) return null;
  if (typeof type.mainPort === 'number') return String(type.mainPort);
  const step = type.settings[type.mainPort]?.default.find((one) => typeof one !== 'object');
  return step === undefined ? null : String(step);
}

/** Component types by product, each product folding. */
export function ComponentTypes({ matches, searching }: { matches: (...texts: readonly string[]) => boolean; searching: boolean }) {
  const t = useT();
  const groups = sortedCatalogs.map((catalog) => ({
    catalog,
    types: catalog.types.filter((type) => matches(type.name, type.id, catalog.name, catalog.product)),
  }));
  const none = groups.every((group) => group.types.length === 0);
  return (
    <section>
      <h2 className="mb-1 px-1 text-[12px] leading-5 font-medium text-ink2">{t('palette.components')}</h2>
      {none && searching && <EmptyState>{t('palette.nothing')}</EmptyState>}
      {groups.map(({ catalog, types }, index) =>
        types.length === 0 ? null : (
          <Product key={catalog.product} catalog={catalog} types={types} searching={searching} first={index < 2} />
        ),
      )}
    </section>
  );
}

function Product({
  catalog,
  types,
  searching,
  first,
}: {
  catalog: Catalog;
  types: readonly TypeDeclaration[];
  searching: boolean;
  first: boolean;
}) {
  const t = useT();
  const [open, setOpen] = useState(
    () =>
      first || workspace.getState().plan.hosts.some((host) => host.components.some((one) => one.type.startsWith(`${catalog.product}/`))),
  );
  const [all, setAll] = useState(false);
  const unfolded = open || searching;
  const shown = searching || all || types.length <= FIRST + 1 ? types : types.slice(0, FIRST);
  return (
    <div className="mb-1">
      <h3>
        <button
          type="button"
          aria-expanded={unfolded}
          onClick={() => setOpen(!open)}
          className="flex h-8 w-full items-center gap-1.5 rounded-control px-1 text-left text-table font-semibold hover:bg-hover"
        >
          <ChevronRight
            aria-hidden="true"
            size={14}
            strokeWidth={1.75}
            className={clsx('shrink-0 text-ink2 transition-transform duration-[140ms]', unfolded && 'rotate-90')}
          />
          <span className="min-w-0 flex-1 truncate">{catalog.name}</span>
          <Count>{types.length}</Count>
        </button>
      </h3>
      {unfolded && (
        <ul>
          {shown.map((type) => {
            const reference = qualify(catalog.product, type.id);
            const port = mainPortOf(type);
            return (
              <li key={type.id}>
                <PartButton part={{ kind: 'type', type: reference }} label={type.name}>
                  <ProductTile product={catalog.product} />
                  <span className="min-w-0 flex-1 truncate text-table">{shortTypeName(reference)}</span>
                  {port && <span className="mono shrink-0 text-[11px] text-ink2">{port}</span>}
                </PartButton>
              </li>
            );
          })}
          {shown.length < types.length && (
            <li>
              <button
                type="button"
                onClick={() => setAll(true)}
                className="ml-6 h-7 rounded-control px-1 text-table font-medium text-accent-text hover:underline"
              >
                {t('palette.more', { count: types.length - shown.length })}
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
