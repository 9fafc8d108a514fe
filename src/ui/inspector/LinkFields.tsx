import { Link2, X } from 'lucide-react';
import { type Catalog, qualify } from '../../model/catalog.ts';
import { addLink, removeLink } from '../../model/edits/links.ts';
import { type Component, type Host, nameOf, type Plan } from '../../model/plan.ts';
import { allCatalogs, productIdOf, shortTypeName, typeOf } from '../../store/catalogs.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { IconButton } from '../parts/Button.tsx';
import { CONTROL } from '../parts/Field.tsx';
import { Menu, MenuCheck, MenuLabel } from '../parts/Menu.tsx';

/** A type and everything it acts as. */
function actsAs(type: string, found = new Set<string>()): Set<string> {
  if (found.has(type)) return found;
  found.add(type);
  for (const other of typeOf(type)?.actsAs ?? []) actsAs(qualify(productIdOf(type), other), found);
  return found;
}

/** The types that rules name on the other side of a type. */
function partnerTypes(type: string): Set<string> {
  const own = actsAs(type);
  const partners = new Set<string>();
  for (const catalog of allCatalogs) collectPartners(catalog, own, partners);
  return partners;
}

function collectPartners(catalog: Catalog, own: ReadonlySet<string>, partners: Set<string>): void {
  for (const rule of catalog.rules) {
    if (rule.external || rule.pairing !== 'all') continue;
    const from = rule.from.map((one) => qualify(catalog.product, one));
    const to = rule.to.map((one) => qualify(catalog.product, one));
    if (from.some((one) => own.has(one))) for (const one of to) partners.add(one);
    if (to.some((one) => own.has(one))) for (const one of from) partners.add(one);
  }
}

interface Partner {
  readonly host: Host;
  readonly component: Component;
}

function find(plan: Plan, id: string): Partner | null {
  for (const host of plan.hosts) {
    const component = host.components.find((one) => one.id === id);
    if (component) return { host, component };
  }
  return null;
}

/** Which partners a component is served by, and whom it serves. Without links it talks to every partner. */
export function LinkFields({ component }: { component: Component }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const partners = partnerTypes(component.type);
  const candidates = plan.hosts.flatMap((host) =>
    host.components
      .filter((one) => one.id !== component.id && [...actsAs(one.type)].some((type) => partners.has(type)))
      .map((one): Partner => ({ host, component: one })),
  );
  const outgoing = plan.links.filter((link) => link.from === component.id);
  const incoming = plan.links.filter((link) => link.to === component.id);
  const known = new Set(candidates.map((partner) => partner.component.id));
  // A link the rules have no use for still has to be seen, and taken away.
  for (const link of outgoing) {
    const partner = known.has(link.to) ? null : find(plan, link.to);
    if (partner) candidates.push(partner);
  }
  const linked = candidates.filter((partner) => outgoing.some((link) => link.to === partner.component.id));
  const text = (partner: Partner) => `${nameOf(partner.host)}, ${shortTypeName(partner.component.type)}`;
  const [only, ...more] = linked;
  return (
    <>
      {candidates.length > 0 && (
        <div className="grid grid-cols-[96px_minmax(0,1fr)] items-center gap-x-2">
          <span className="text-[12px] leading-4 text-ink2">{t('link.linkedTo')}</span>
          <Menu
            align="start"
            trigger={
              <button type="button" aria-label={t('link.choose')} className={`${CONTROL} flex items-center gap-1.5 text-left`}>
                <Link2 aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-ink2" />
                <span className="min-w-0 flex-1 truncate">
                  {only === undefined ? t('link.all') : more.length === 0 ? nameOf(only.host) : t('link.some', { count: linked.length })}
                </span>
              </button>
            }
          >
            <MenuLabel>{t('link.explain')}</MenuLabel>
            {candidates.map((partner) => {
              const id = partner.component.id;
              const on = outgoing.some((link) => link.to === id);
              return (
                <MenuCheck
                  key={id}
                  checked={on}
                  onChange={(wanted) =>
                    workspace
                      .getState()
                      .edit(wanted ? 'link' : 'unlink', (before) =>
                        wanted ? addLink(before, component.id, id) : removeLink(before, component.id, id),
                      )
                  }
                >
                  {text(partner)}
                </MenuCheck>
              );
            })}
          </Menu>
        </div>
      )}
      {incoming.length > 0 && (
        <div className="grid grid-cols-[96px_minmax(0,1fr)] items-start gap-x-2">
          <span className="py-1 text-[12px] leading-4 text-ink2">{t('link.serves')}</span>
          <ul>
            {incoming.map((link) => {
              const partner = find(plan, link.from);
              return (
                <li key={link.from} className="flex h-6 items-center gap-1 text-table">
                  <Link2 aria-hidden="true" size={13} strokeWidth={2} className="shrink-0 text-ink2" />
                  <span className="min-w-0 flex-1 truncate">{partner ? nameOf(partner.host) : link.from}</span>
                  <IconButton
                    icon={X}
                    iconSize={12}
                    className="!size-6"
                    label={t('link.remove', { name: partner ? nameOf(partner.host) : link.from })}
                    onClick={() => workspace.getState().edit('unlink', (before) => removeLink(before, link.from, link.to))}
                  />
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </>
  );
}
