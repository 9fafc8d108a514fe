import type { ReactNode } from 'react';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { choicesOf } from './choices-of.ts';
import { closeDialog } from './open-dialog.ts';

/** What a plan from somebody else leaves out, adds or changes. */
export function StrangerDialog() {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const effective = useWorkspace((state) => state.analysis?.settings);
  const choices = choicesOf(plan, effective);
  return (
    <Dialog title={t('stranger.title')} description={t('stranger.text')} onClose={closeDialog} width={560}>
      {(['waivers', 'readings', 'requirements', 'settings'] as const).map((kind) => (
        <List key={kind} title={t(`stranger.${kind}`)} none={t('stranger.none')}>
          {choices[kind]}
        </List>
      ))}
    </Dialog>
  );
}

function List({ title, none, children }: { title: string; none: string; children: readonly string[] }) {
  const items: ReactNode[] = children.map((text, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a list that never changes while it is open
    <li key={index} className="border-b border-line py-1 break-words">
      {text}
    </li>
  ));
  return (
    <section className="mb-4">
      <h3 className="mb-1 text-table font-semibold">
        {title} <span className="font-normal text-ink2">{children.length}</span>
      </h3>
      <ul className="text-table">{items.length > 0 ? items : <li className="text-ink2">{none}</li>}</ul>
    </section>
  );
}
