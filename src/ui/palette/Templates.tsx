import { workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { ProductTile } from '../parts/ProductTile.tsx';
import { PlanPreview } from '../start/PlanPreview.tsx';
import { allTemplates } from '../start/template-list.ts';

/** Plans to start from. Opening one keeps the plan on the desk: it is one click away on the start page. */
export default function Templates({ query }: { query: string }) {
  const t = useT();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const templates = allTemplates().filter(({ plan, products }) =>
    words.every((word) => `${plan.title} ${plan.description} ${products.join(' ')}`.toLowerCase().includes(word)),
  );
  if (templates.length === 0) return <EmptyState>{t('palette.nothing')}</EmptyState>;
  return (
    <ul className="grid gap-2">
      {templates.map(({ id, plan, products }) => (
        <li key={id}>
          <button
            type="button"
            aria-label={t('start.use', { title: plan.title })}
            onClick={() => workspace.getState().open(plan, 'template')}
            className="block w-full overflow-hidden rounded-card border border-line2 bg-surface text-left hover:shadow-2"
          >
            <PlanPreview plan={plan} />
            <span className="flex items-start gap-2 border-t border-line px-2 py-1.5">
              <span className="min-w-0 flex-1 text-[12px] leading-4 font-medium">{plan.title}</span>
              {products.map((product) => (
                <ProductTile key={product} product={product} size={15} />
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
