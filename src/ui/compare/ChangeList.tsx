import type { Comparison } from '../../engine/comparison.ts';
import type { PartKind } from '../../model/plan-changes.ts';
import { namesOf } from '../../store/selectors.ts';
import { workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Count } from '../parts/Section.tsx';
import { ChangeMark, FILLS } from './ChangeMark.tsx';
import { fieldText, partName } from './part-words.ts';

const KINDS: readonly PartKind[] = [
  'zone',
  'host',
  'component',
  'boundary',
  'firewall',
  'link',
  'waiver',
  'reading',
  'requirement',
  'path',
];

/** On the left: what the architect decided otherwise, and how the canvas shows it. */
export function ChangeList({ comparison }: { comparison: Comparison }) {
  const t = useT();
  const { changes, before, after } = comparison;
  const [old, now] = [namesOf(before.plan, before.analysis), namesOf(after.plan, after.analysis)];
  return (
    <aside
      aria-label={t('compare.changes')}
      className="flex w-(--palette) shrink-0 flex-col overflow-y-auto border-r border-line bg-surface px-3 py-3"
    >
      <h2 className="mb-2 flex items-center justify-between text-title font-semibold">
        {t('compare.changes')}
        <Count>{changes.length}</Count>
      </h2>
      {changes.length === 0 && <p className="text-body text-ink2">{t('compare.same')}</p>}
      {KINDS.map((kind) => {
        const mine = changes.filter((change) => change.kind === kind);
        if (mine.length === 0) return null;
        return (
          <section key={kind} className="mt-2">
            <h3 className="mb-1.5 text-caption font-semibold text-ink2">{t(`compare.part.${kind}`)}</h3>
            <ul className="grid gap-1.5">
              {mine.map((change) => {
                const names = change.what === 'removed' ? old : now;
                const place =
                  change.kind === 'component' ? change.host : change.kind === 'host' || change.kind === 'zone' ? change.id : null;
                const words = (
                  <>
                    <span className="mt-px">
                      <ChangeMark what={change.what} word={false} />
                    </span>
                    <span className="min-w-0 flex-1">
                      <span className="block text-body font-semibold break-words">{partName(change, names)}</span>
                      {change.fields.map((field) => (
                        <span key={field.field} className="block text-table leading-4 break-words text-ink2">
                          {fieldText(field, change, names, t)}
                        </span>
                      ))}
                    </span>
                  </>
                );
                const look = `flex w-full items-start gap-2 rounded-control px-2 py-1.5 text-left ${FILLS[change.what]}`;
                return (
                  <li key={change.id}>
                    {place === null ? (
                      <div className={look}>{words}</div>
                    ) : (
                      <button type="button" className={look} onClick={() => workspace.getState().reveal([place])}>
                        {words}
                      </button>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      <section className="mt-4">
        <h3 className="mb-1.5 text-caption font-semibold text-ink2">{t('compare.legend')}</h3>
        <ul className="grid gap-1.5 text-table">
          {(['added', 'removed', 'changed'] as const).map((what) => (
            <li key={what} className="flex items-center gap-3">
              <svg aria-hidden="true" width="36" height="4" className="shrink-0">
                <line
                  x1="1"
                  x2="35"
                  y1="2"
                  y2="2"
                  strokeWidth="2"
                  strokeDasharray={what === 'removed' ? '6 5' : what === 'changed' ? '2 4' : undefined}
                  style={{ stroke: `var(--${what})` }}
                />
              </svg>
              <ChangeMark what={what} />
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
