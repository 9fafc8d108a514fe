import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { Finding } from '../../engine/result.ts';
import { openDialog } from '../dialogs/open-dialog.ts';
import { useFindingWords } from '../messages/finding-text.ts';
import { useT } from '../messages/translate.ts';
import { Section } from '../parts/Section.tsx';

/** Findings about what is selected: what, and what to do. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  const words = useFindingWords();
  if (findings.length === 0) return null;
  return (
    <Section>
      <ul className="grid gap-2">
        {findings.map((finding) => {
          const Icon = finding.severity === 'error' ? CircleX : finding.severity === 'warning' ? TriangleAlert : Info;
          const tone = finding.severity === 'error' ? 'text-error' : finding.severity === 'warning' ? 'text-warn' : 'text-info';
          return (
            <li key={`${finding.code} ${finding.what}`} className="flex gap-2 text-table">
              <Icon
                role="img"
                aria-label={t(`severity.${finding.severity}`)}
                size={14}
                strokeWidth={1.75}
                className={`mt-0.5 shrink-0 ${tone}`}
              />
              <span className="min-w-0">
                <span className="block font-medium break-words">{words(finding).what}</span>
                <span className="block break-words text-ink2">{words(finding).next}</span>
                {finding.severity !== 'error' && (
                  <button
                    type="button"
                    onClick={() => openDialog({ kind: 'accept', finding })}
                    className="rounded-[4px] text-[12px] font-medium text-accent-text hover:underline"
                  >
                    {t('accept.do')}
                  </button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
