import { type FormEvent, useState } from 'react';
import { freshId } from '../../model/edits/fresh-id.ts';
import { addRequirement } from '../../model/edits/judgements.ts';
import { isDomainName, nameOf, type PlanEnd } from '../../model/plan.ts';
import { parsePorts } from '../../model/ports.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { SelectInput } from '../parts/SelectInput.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import { closeDialog } from './open-dialog.ts';

const PROTOCOLS = ['tcp', 'udp', 'icmp', 'esp', 'ah', 'gre'] as const;
const NAMED = '\u0000name';

/** Adds a flow of the plan's own, for what no catalog knows. */
export function RequirementDialog() {
  const t = useT();
  const hosts = useWorkspace((state) => state.plan.hosts);
  const options = hosts.map((host) => ({ value: host.id, label: nameOf(host) }));
  const [from, setFrom] = useState(hosts[0]?.id ?? '');
  const [to, setTo] = useState(hosts[1]?.id ?? NAMED);
  const [domain, setDomain] = useState('');
  const [protocol, setProtocol] = useState<(typeof PROTOCOLS)[number]>('tcp');
  const [ports, setPorts] = useState('443');
  const [purpose, setPurpose] = useState('');
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  const complete = from !== '' && (to === NAMED ? isDomainName(domain) : to !== from) && (!hasPorts || parsePorts(ports) !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    const end: PlanEnd = to === NAMED ? { fqdn: domain } : { host: to };
    workspace.getState().edit('addRequirement', (plan) =>
      addRequirement(plan, {
        id: freshId(plan, `requirement-${from}`),
        from: [{ host: from }],
        to: [end],
        service: { protocol, ...(hasPorts ? { ports: ports.replaceAll(' ', '') } : {}) },
        purpose: purpose.trim(),
      }),
    );
    closeDialog();
  };
  return (
    <Dialog title={t('requirement.add')} description={t('requirement.text')} onClose={closeDialog}>
      <form onSubmit={submit} className="grid gap-2">
        <SelectInput label={t('column.from')} value={from} options={options} onChange={setFrom} />
        <SelectInput
          label={t('column.to')}
          value={to}
          options={[...options, { value: NAMED, label: t('requirement.named') }]}
          onChange={setTo}
        />
        {to === NAMED && (
          <TextInput
            label={t('requirement.domain')}
            mono
            value={domain}
            placeholder="mirror.example.org"
            check={(text) => (isDomainName(text) ? null : t('requirement.domainWrong'))}
            onCommit={setDomain}
          />
        )}
        <SelectInput
          label={t('requirement.protocol')}
          value={protocol}
          options={PROTOCOLS.map((one) => ({ value: one, label: one }))}
          onChange={(value) => setProtocol(PROTOCOLS.find((one) => one === value) ?? 'tcp')}
        />
        {hasPorts && (
          <TextInput
            label={t('requirement.ports')}
            mono
            value={ports}
            check={(text) => (parsePorts(text) === null ? t('setting.wrong.ports') : null)}
            onCommit={setPorts}
          />
        )}
        <TextInput label={t('requirement.purpose')} value={purpose} onCommit={setPurpose} />
        <div className="mt-3 flex justify-end gap-2">
          <Button onClick={closeDialog}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="solid">
            {t('requirement.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
