import type { ReactNode } from 'react';
import { nameOf, type Plan, type PlanEnd } from '../../model/plan.ts';
import { disputeOf, ruleOf, settingsOf, shortTypeName } from '../../store/catalogs.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog } from './open-dialog.ts';

function endText(plan: Plan, end: PlanEnd | null | undefined): string {
  if (!end) return '*';
  if ('host' in end && typeof end.host === 'string') return nameOf(plan.hosts.find((host) => host.id === end.host) ?? { id: end.host });
  for (const key of ['component', 'cidr', 'fqdn', 'external', 'zone'] as const) {
    const value = (end as Record<string, unknown>)[key];
    if (typeof value === 'string') return value;
  }
  return '*';
}

/** What a plan from somebody else leaves out, adds or changes: the places where it could be made to mislead. */
export function StrangerDialog() {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const effective = useWorkspace((state) => state.analysis?.settings);
  const isChanged = (component: string, name: string) =>
    effective?.find((one) => one.component === component && one.setting === name)?.changed ?? true;
  const settings = plan.hosts.flatMap((host) =>
    host.components.flatMap((component) =>
      Object.entries(component.settings)
        .filter(([name]) => isChanged(component.id, name))
        .map(
          ([name, value]) =>
            `${nameOf(host)}, ${shortTypeName(component.type)}: ${settingsOf(component.type).get(name)?.label ?? name} ${String(value)}`,
        ),
    ),
  );
  return (
    <Dialog title={t('stranger.title')} description={t('stranger.text')} onClose={closeDialog} width={560}>
      <List title={t('stranger.waivers')} none={t('stranger.none')}>
        {plan.waivers.map(
          (waiver) =>
            `${ruleOf(waiver.rule)?.purpose ?? waiver.rule} (${endText(plan, waiver.from)} → ${endText(plan, waiver.to)}): ${waiver.reason}`,
        )}
      </List>
      <List title={t('stranger.readings')} none={t('stranger.none')}>
        {Object.entries(plan.readings).map(
          ([id, reading]) =>
            `${disputeOf(id)?.question ?? id} ${disputeOf(id)?.readings.find((one) => one.id === reading)?.says ?? reading}`,
        )}
      </List>
      <List title={t('stranger.requirements')} none={t('stranger.none')}>
        {plan.requirements.map(
          (one) =>
            `${one.from.map((end) => endText(plan, end)).join(', ')} → ${one.to.map((end) => endText(plan, end)).join(', ')}, ${one.service.protocol} ${one.service.ports ?? ''}: ${one.purpose}`,
        )}
      </List>
      <List title={t('stranger.settings')} none={t('stranger.none')}>
        {settings}
      </List>
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
