import type { ReactNode } from 'react';
import { useT } from '../messages/translate.ts';

/** The three steps of the work, each with a small picture. */
export function FirstSteps() {
  const t = useT();
  return (
    <section aria-labelledby="steps-heading" className="mt-10">
      <h2 id="steps-heading" className="mb-3 text-large font-semibold">
        {t('start.steps')}
      </h2>
      <ol className="grid gap-4 rounded-zone border border-line2 bg-surface p-5 min-[1100px]:grid-cols-3">
        <Step title={t('start.step1')} text={t('start.step1Text')}>
          <rect
            x="8"
            y="10"
            width="30"
            height="40"
            rx="5"
            style={{ fill: 'var(--zone-dmz-tint)', stroke: 'var(--zone-dmz)' }}
            strokeDasharray="4 2 1 2"
          />
          <rect x="48" y="10" width="32" height="40" rx="5" style={{ fill: 'var(--zone-internal-tint)', stroke: 'var(--zone-internal)' }} />
        </Step>
        <Step title={t('start.step2')} text={t('start.step2Text')}>
          <rect
            x="8"
            y="10"
            width="30"
            height="40"
            rx="5"
            style={{ fill: 'var(--zone-dmz-tint)', stroke: 'var(--zone-dmz)' }}
            strokeDasharray="4 2 1 2"
          />
          <rect x="48" y="10" width="32" height="40" rx="5" style={{ fill: 'var(--zone-internal-tint)', stroke: 'var(--zone-internal)' }} />
          <Card x={12} />
          <Card x={53} />
        </Step>
        <Step title={t('start.step3')} text={t('start.step3Text')}>
          <rect x="35" y="6" width="18" height="12" rx="3" style={{ fill: 'var(--gate)' }} />
          {[26, 37, 48].map((y) => (
            <g key={y}>
              <rect x="10" y={y} width="22" height="4" rx="2" style={{ fill: 'var(--ink2)' }} />
              <rect x="38" y={y} width="38" height="4" rx="2" style={{ fill: 'var(--line2)' }} />
            </g>
          ))}
        </Step>
      </ol>
    </section>
  );
}

function Card({ x }: { x: number }) {
  return (
    <g>
      <rect x={x} y="24" width="22" height="13" rx="2.5" style={{ fill: 'var(--card)', stroke: 'var(--line2)' }} />
      <rect x={x + 3} y="28" width="5" height="5" rx="1.2" style={{ fill: 'var(--product-tanium)' }} />
      <rect x={x + 10} y="29.5" width="9" height="2.4" rx="1.2" style={{ fill: 'var(--line2)' }} />
    </g>
  );
}

function Step({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <li className="flex items-start gap-3.5">
      <svg aria-hidden="true" width="88" height="60" viewBox="0 0 88 60" className="shrink-0 rounded-card border border-line bg-canvas">
        {children}
      </svg>
      <span>
        <span className="block text-body font-semibold">{title}</span>
        <span className="block text-body text-ink2">{text}</span>
      </span>
    </li>
  );
}
