import clsx from 'clsx';
import { ArrowRight, ClipboardPaste, FileClock, FolderOpen, LayoutGrid, type LucideIcon, ShieldCheck, SquareDashed } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { productOf } from '../../store/catalogs.ts';
import { library, settle } from '../../store/desk.ts';
import type { PlanEntry } from '../../store/library.ts';
import { workspace } from '../../store/workspace.ts';
import { ActionIcon } from '../actions/ActionButton.tsx';
import { shownKeys } from '../actions/action.ts';
import { commands, guide, newPlan, openPlanFile, pasteLink, shortcuts } from '../actions/actions.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Logo } from '../parts/Logo.tsx';
import { ProductTile } from '../parts/ProductTile.tsx';
import { PHONE, useMedia } from '../parts/use-media.ts';
import { LanguageButton, ThemeButton } from '../topbar/ViewButtons.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { resume } from './resume.ts';
import { useStartView } from './start-view.ts';
import { allTemplates, type Template } from './template-list.ts';
import { WhenSaved } from './WhenSaved.tsx';

const Library = lazy(() => import('../library/Library.tsx'));

/** The page while no plan is open: what this is, what to begin with, plans to start from. */
export default function StartPage() {
  const t = useT();
  const view = useStartView((state) => state.view);
  return (
    <div className="flex h-dvh flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line bg-surface px-3">
        <Logo />
        <span className="flex-1 text-body font-semibold">{t('app.name')}</span>
        <ActionIcon action={shortcuts} />
        <LanguageButton />
        <ThemeButton />
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto min-[1024px]:flex-row min-[1024px]:overflow-hidden">
        <Beginning />
        <main className="min-h-0 flex-1 bg-canvas px-6 py-8 min-[1024px]:overflow-y-auto min-[1300px]:px-11 min-[1300px]:py-12">
          {view === 'plans' ? (
            <Suspense fallback={null}>
              <Library />
            </Suspense>
          ) : (
            <>
              <Gallery />
              <FirstSteps />
            </>
          )}
          <p className="mt-6 flex items-center gap-2 text-body text-ink2">
            {t('start.press')} <Kbd>{shownKeys(commands.keys)}</Kbd> {t('start.toFind')}
          </p>
        </main>
      </div>
    </div>
  );
}

function Beginning() {
  const t = useT();
  // On a small screen a plan is only read.
  const phone = useMedia(PHONE);
  return (
    <section
      aria-label={t('start.begin')}
      className="flex shrink-0 flex-col border-line bg-surface px-6 py-8 min-[1024px]:w-80 min-[1024px]:overflow-y-auto min-[1024px]:border-r min-[1024px]:px-4 min-[1300px]:w-[392px] min-[1300px]:px-10 min-[1300px]:py-12"
    >
      <Logo size={38} />
      <h1 className="mt-4 text-display font-semibold tracking-[-0.01em]">
        {t('start.line1')}
        <br />
        {t('start.line2')}
      </h1>
      <p className="mt-2 text-title leading-6 text-ink2">{t('start.intro')}</p>
      <div className="mt-6 grid grid-cols-1 gap-2">
        <Way icon={SquareDashed} title={t('start.blank')} text={t('start.blankText')} onClick={newPlan.perform} solid />
        {!phone && <Way icon={guide.icon} title={t(guide.label)} text={t('guide.way')} onClick={guide.perform} />}
        <Way
          icon={FolderOpen}
          title={t('start.open')}
          text={t('start.openText')}
          keys={shownKeys(openPlanFile.keys)}
          onClick={openPlanFile.perform}
        />
        <Way icon={ClipboardPaste} title={t('start.paste')} text={t('start.pasteText')} onClick={pasteLink.perform} />
      </div>
      <Recent />
      <div className="min-h-4 flex-1" />
      <p className="flex items-start gap-2.5 rounded-card bg-sunken p-3 text-table text-ink2">
        <ShieldCheck aria-hidden="true" size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ok" />
        {t('start.private')}
      </p>
    </section>
  );
}

function Way({
  icon: Icon,
  title,
  text,
  keys,
  onClick,
  solid = false,
}: {
  icon: LucideIcon;
  title: string;
  text: string;
  keys?: string | undefined;
  onClick: () => void;
  solid?: boolean;
}) {
  return (
    <button
      type="button"
      aria-label={title}
      onClick={onClick}
      className={clsx(
        'flex h-14 items-center gap-3 rounded-card border px-3 text-left',
        solid ? 'border-accent bg-accent text-on-accent hover:brightness-95' : 'border-line2 bg-surface hover:bg-hover',
      )}
    >
      <Icon aria-hidden="true" size={19} strokeWidth={1.75} className="mx-1 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block text-body font-semibold">{title}</span>
        <span className={clsx('block truncate text-table leading-4', solid ? '' : 'text-ink2')}>{text}</span>
      </span>
      {keys && <Kbd>{keys}</Kbd>}
    </button>
  );
}

/** Plans listed at once; the rest is in the library. */
const RECENT = 5;

function Recent() {
  const t = useT();
  const view = useStartView((state) => state.view);
  const [plans, setPlans] = useState<readonly PlanEntry[]>([]);
  useEffect(() => {
    let there = true;
    void settle()
      .then(() => library.plans())
      .catch(() => [])
      .then((found) => there && setPlans(found.filter((plan) => plan.trouble === null)));
    return () => {
      there = false;
    };
  }, []);
  if (plans.length === 0) return null;
  return (
    <section className="mt-8 mb-6">
      <h2 className="mb-1 text-caption font-semibold text-ink2">{t('start.recent')}</h2>
      <ul>
        {plans.slice(0, RECENT).map((plan) => (
          <li key={plan.id} className="border-b border-line">
            <button
              type="button"
              onClick={() => void resume(plan.id)}
              className="flex h-9 w-full items-center gap-2.5 px-0.5 text-left text-body hover:bg-hover"
            >
              <FileClock aria-hidden="true" size={15} strokeWidth={1.75} className="shrink-0 text-ink2" />
              <span className="min-w-0 flex-1 truncate">{plan.title || t('plan.untitled')}</span>
              <WhenSaved at={plan.savedAt} />
            </button>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        icon={LayoutGrid}
        className="mt-2 -ml-1.5 text-ink2"
        onClick={() => useStartView.setState({ view: view === 'plans' ? 'templates' : 'plans' })}
      >
        {t(view === 'plans' ? 'library.templates' : 'library.all', { count: plans.length })}
      </Button>
    </section>
  );
}

function Gallery() {
  const t = useT();
  const [product, setProduct] = useState<string | null>(null);
  const templates = allTemplates();
  const products = [...new Set(templates.flatMap((template) => template.products))].filter((one) => one !== 'infra');
  const shown = templates.filter((template) => product === null || template.products.includes(product));
  return (
    <section aria-labelledby="templates-heading">
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h2 id="templates-heading" className="flex-1 text-heading font-semibold">
          {t('start.templates')}
        </h2>
        <div role="group" aria-label={t('start.filter')} className="flex flex-wrap gap-1.5">
          {[null, ...products].map((one) => (
            <button
              key={one ?? 'all'}
              type="button"
              aria-pressed={product === one}
              onClick={() => setProduct(one)}
              className={clsx(
                'inline-flex h-7 items-center gap-1.5 rounded-control border px-2 text-table font-medium',
                product === one ? 'border-ink bg-ink text-surface' : 'border-line2 bg-surface hover:bg-hover',
              )}
            >
              {one !== null && <ProductTile product={one} size={16} />}
              {one === null ? t('start.all') : (productOf(one)?.name ?? one)}
            </button>
          ))}
        </div>
      </div>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(280px,1fr))] gap-5">
        {shown.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TemplateCard({ template: { plan, products } }: { template: Template }) {
  const t = useT();
  return (
    <button
      type="button"
      aria-label={t('start.use', { title: plan.title })}
      onClick={() => workspace.getState().open(plan, 'template')}
      className="group block w-full overflow-hidden rounded-card border border-line2 bg-surface text-left hover:border-accent hover:shadow-2"
    >
      <PlanPreview plan={plan} />
      <span className="block border-t border-line px-3 py-2.5">
        <span className="flex items-start gap-2">
          <span className="min-w-0 flex-1 text-title font-semibold">{plan.title}</span>
          {products.map((product) => (
            <ProductTile key={product} product={product} />
          ))}
        </span>
        <span className="flex items-center gap-2 text-table text-ink2">
          <span className="flex-1">
            {t('start.zones', { count: plan.zones.length })}, {t('start.hosts', { count: plan.hosts.length })}
          </span>
          <span
            aria-hidden="true"
            className="invisible inline-flex items-center gap-1 font-semibold text-accent-text group-hover:visible group-focus-visible:visible"
          >
            {t('start.useTemplate')}
            <ArrowRight size={14} strokeWidth={2} />
          </span>
        </span>
      </span>
    </button>
  );
}
