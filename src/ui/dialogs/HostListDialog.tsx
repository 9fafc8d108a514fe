import { type FormEvent, useId, useState } from 'react';
import { freshId } from '../../model/edits/fresh-id.ts';
import { addHost, updateHost } from '../../model/edits/hosts.ts';
import { type ListedHost, MOST_LIST, parseHostList } from '../../model/host-list.ts';
import { nameOf } from '../../model/plan.ts';
import { itemsSelection } from '../../store/selection.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { targetZone } from '../actions/place-part.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { SelectInput } from '../parts/SelectInput.tsx';
import { closeDialog } from './open-dialog.ts';

/** More than this at once is no list that somebody reads. */
const MOST = 500;

/** Puts many hosts into a zone at once, from a list of names and addresses. */
export function HostListDialog({ text: given }: { text: string }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const [text, setText] = useState(given);
  const [zone, setZone] = useState(() => targetZone(plan) ?? '');
  const noteId = useId();
  const { hosts, wrong } = parseHostList(text);
  const taken = new Set(plan.hosts.map((host) => nameOf(host)));
  const fresh = hosts.filter((host) => !taken.has(host.name));
  const [first] = wrong;
  const problem = first
    ? t(`hostList.${first.why}`, { line: first.line, text: first.text })
    : fresh.length > MOST
      ? t('hostList.many', { count: MOST })
      : null;
  const left = hosts.length - fresh.length;
  const complete = problem === null && fresh.length > 0 && zone !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    addAll(zone, fresh);
    closeDialog();
  };
  return (
    <Dialog title={t('action.hostList')} description={t('hostList.text')} onClose={closeDialog}>
      <form onSubmit={submit} className="grid gap-2">
        <textarea
          aria-label={t('hostList.label')}
          aria-invalid={problem !== null || undefined}
          aria-describedby={noteId}
          data-autofocus
          rows={8}
          maxLength={MOST_LIST}
          value={text}
          spellCheck={false}
          placeholder={'WEB-01\t10.10.1.11\nWEB-02\t10.10.1.12'}
          onChange={(event) => setText(event.target.value)}
          className="mono w-full resize-y rounded-control border border-control bg-surface p-2 text-[11.5px] leading-4"
        />
        <p id={noteId} role="status" className="min-h-5 text-table">
          <span className={problem ? 'text-error' : 'text-ink2'}>{problem ?? (left > 0 ? t('hostList.known', { count: left }) : '')}</span>
        </p>
        <SelectInput
          label={t('hostList.zone')}
          value={zone}
          options={plan.zones.map((one) => ({ value: one.id, label: nameOf(one) }))}
          onChange={setZone}
        />
        <div className="mt-3 flex justify-end gap-2">
          <Button onClick={closeDialog}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="solid" disabled={!complete}>
            {t('hostList.do', { count: fresh.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** One edit that adds hosts to a zone; the canvas finds a place for each. They are selected, so that they can be told apart. */
function addAll(zone: string, hosts: readonly ListedHost[]): void {
  const { edit, select, reveal, notify, plan } = workspace.getState();
  const ids: string[] = [];
  edit('addHosts', (before) =>
    hosts.reduce((next, { name, addresses }) => {
      const id = freshId(next, name);
      ids.push(id);
      return updateHost(addHost(next, { id, zone, name }), id, { addresses: [...addresses] });
    }, before),
  );
  select(itemsSelection({ hosts: ids }));
  reveal(ids);
  const home = plan.zones.find((one) => one.id === zone);
  notify('hostList.added', { values: { count: ids.length, zone: home ? nameOf(home) : zone }, undo: true });
}
