import clsx from 'clsx';
import { PanelLeftOpen, Search } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { IconButton } from '../parts/Button.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { ProductTile } from '../parts/ProductTile.tsx';
import { COMPACT, useMedia } from '../parts/use-media.ts';
import { ComponentTypes, sortedCatalogs } from './ComponentTypes.tsx';
import { ZoneKinds } from './ZoneKinds.tsx';

const Templates = lazy(() => import('./Templates.tsx'));

/** The panel on the left: everything that can be placed. Where there is little room it is a rail that opens over the canvas. */
export function Palette() {
  const open = useWorkspace((state) => state.panels.palette);
  const compact = useMedia(COMPACT);
  const placing = useWorkspace((state) => state.placing);
  const [over, setOver] = useState(false);
  const [dragging, setDragging] = useState(false);
  const rail = useRef<HTMLElement>(null);
  const t = useT();

  useEffect(() => {
    const show = () => setOver(true);
    window.addEventListener('portolan:search', show);
    return () => window.removeEventListener('portolan:search', show);
  }, []);
  // Over the canvas the panel is in the way of the place that is to be clicked.
  useEffect(() => {
    if (placing) setOver(false);
  }, [placing]);

  useEffect(() => {
    if (!over) return;
    const close = (event: PointerEvent) => {
      if (event.target instanceof Node && !rail.current?.contains(event.target)) setOver(false);
    };
    window.addEventListener('pointerdown', close, true);
    return () => window.removeEventListener('pointerdown', close, true);
  }, [over]);

  if (!open) return null;
  if (!compact) {
    return (
      <aside aria-label={t('palette.label')} className="flex w-(--palette) shrink-0 flex-col border-r border-line bg-surface">
        <PaletteContent />
      </aside>
    );
  }
  return (
    <aside
      ref={rail}
      aria-label={t('palette.label')}
      className="relative z-20 flex w-(--rail) shrink-0 flex-col border-r border-line bg-surface"
    >
      <div className="flex flex-col items-center gap-1.5 overflow-y-auto py-2">
        <IconButton icon={PanelLeftOpen} label={t('palette.open')} side="right" aria-expanded={over} onClick={() => setOver(!over)} />
        <IconButton icon={Search} label={t('palette.search')} keys="/" side="right" onClick={() => setOver(true)} />
        <span aria-hidden="true" className="my-1 h-px w-6 bg-line2" />
        {sortedCatalogs.map((catalog) => (
          <button
            key={catalog.product}
            type="button"
            aria-label={catalog.name}
            title={catalog.name}
            onClick={() => setOver(true)}
            className="grid size-8 place-items-center rounded-control hover:bg-hover"
          >
            <ProductTile product={catalog.product} size={20} />
          </button>
        ))}
      </div>
      {over && (
        <section
          aria-label={t('palette.parts')}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              setOver(false);
            }
          }}
          // The part under the pointer has to stay in the page while it is dragged: the panel only becomes invisible.
          onDragStart={() => setTimeout(() => setDragging(true), 0)}
          onDragEnd={() => {
            setDragging(false);
            setOver(false);
          }}
          style={{ visibility: dragging ? 'hidden' : undefined }}
          className="absolute top-0 bottom-0 left-full z-20 flex w-(--palette) flex-col border-r border-line bg-surface shadow-2"
        >
          <PaletteContent focusSearch />
        </section>
      )}
    </aside>
  );
}

function PaletteContent({ focusSearch = false }: { focusSearch?: boolean }) {
  const t = useT();
  const [query, setQuery] = useState('');
  const [tab, setTab] = useState('parts');
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const focus = () => {
      setTab('parts');
      search.current?.focus();
      search.current?.select();
    };
    if (focusSearch) focus();
    window.addEventListener('portolan:search', focus);
    return () => window.removeEventListener('portolan:search', focus);
  }, [focusSearch]);

  return (
    <Tabs.Root value={tab} onValueChange={setTab} className="flex min-h-0 flex-1 flex-col">
      <div className="px-3 pt-3 pb-2">
        <div className="relative">
          <Search
            aria-hidden="true"
            size={15}
            strokeWidth={1.75}
            className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink2"
          />
          <input
            ref={search}
            type="search"
            aria-label={t('palette.search')}
            placeholder={t('palette.search')}
            value={query}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                // With nothing typed, Escape is meant for the panel that lies over the canvas, where it does.
                if (query || !focusSearch) event.stopPropagation();
                if (query) setQuery('');
                else event.currentTarget.blur();
              }
              if (event.key === 'ArrowDown' || event.key === 'Enter') {
                const first = document.querySelector<HTMLButtonElement>('[data-palette-part]');
                if (first) {
                  event.preventDefault();
                  if (event.key === 'Enter' && query) first.click();
                  else first.focus();
                }
              }
            }}
            className="h-8 w-full appearance-none rounded-control border border-control bg-surface pr-8 pl-8 text-body outline-offset-1 [&::-webkit-search-cancel-button]:hidden"
          />
          <span aria-hidden="true" className="absolute top-1/2 right-2 grid -translate-y-1/2">
            <Kbd>/</Kbd>
          </span>
        </div>
        <Tabs.List aria-label={t('palette.tabs')} className="mt-2.5 grid grid-cols-2 rounded-control bg-sunken p-0.5">
          {(['parts', 'templates'] as const).map((name) => (
            <Tabs.Trigger
              key={name}
              value={name}
              className={clsx(
                'h-7 rounded-[5px] border text-[12px] font-medium',
                tab === name ? 'border-line2 bg-surface text-ink' : 'border-transparent text-ink2 hover:text-ink',
              )}
            >
              {t(`palette.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </div>
      <Tabs.Content value="parts" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        <PartList query={query} />
      </Tabs.Content>
      <Tabs.Content value="templates" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        <Suspense fallback={null}>
          <Templates query={query} />
        </Suspense>
      </Tabs.Content>
    </Tabs.Root>
  );
}

function PartList({ query }: { query: string }) {
  const t = useT();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (...texts: readonly string[]) => words.every((word) => texts.some((text) => text.toLowerCase().includes(word)));
  return (
    // Arrow keys go through all parts, folded groups left out.
    <fieldset
      aria-label={t('palette.parts')}
      className="m-0 min-w-0 border-0 p-0"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        const parts = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not([tabindex="-1"])')];
        const index = parts.indexOf(document.activeElement as HTMLButtonElement);
        const next = parts[index + (event.key === 'ArrowDown' ? 1 : -1)];
        if (index >= 0 && next) {
          event.preventDefault();
          next.focus();
        } else if (index === 0 && event.key === 'ArrowUp') {
          event.preventDefault();
          workspace.getState().setPlacing(null);
          window.dispatchEvent(new CustomEvent('portolan:search'));
        }
      }}
    >
      <ZoneKinds matches={matches} searching={words.length > 0} />
      <ComponentTypes matches={matches} searching={words.length > 0} />
    </fieldset>
  );
}
