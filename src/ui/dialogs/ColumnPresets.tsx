import { Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { COLUMN_PRESETS, columnPreset } from '../../report/column-presets.ts';
import { type ColumnId, readColumns } from '../../report/columns.ts';
import { forgetColumns, keepColumns, LONGEST_NAME } from '../../store/column-presets.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { CONTROL, Field } from '../parts/Field.tsx';
import { SelectInput } from '../parts/SelectInput.tsx';

/** A choice of columns; null is what each format has by itself. */
export type Choice = readonly ColumnId[] | null;

/** Ready-made choices and the user's own: to take, to save under a name, to delete. */
export function ColumnPresets({ choice, onChange }: { choice: Choice; onChange: (choice: Choice) => void }) {
  const t = useT();
  const own = useWorkspace((state) => state.columnPresets).flatMap(({ name, columns }) => {
    const read = readColumns(columns);
    return 'columns' in read ? [{ name, columns: read.columns }] : [];
  });
  const [name, setName] = useState('');
  const value = presetOf(choice, own);
  const saved = value.startsWith('own:') ? value.slice(4) : null;
  const take = (picked: string) => {
    if (picked === 'standard') onChange(null);
    else if (picked.startsWith('own:')) onChange(own.find((each) => `own:${each.name}` === picked)?.columns ?? choice);
    else onChange(columnPreset(picked)?.columns ?? choice);
  };
  const save = () => {
    if (!choice || name.trim() === '') return;
    keepColumns({ name: name.trim(), columns: choice });
    setName('');
  };
  return (
    <>
      <SelectInput
        label={t('columns.preset')}
        value={value}
        options={[
          { value: 'standard', label: t('columns.standard') },
          ...COLUMN_PRESETS.map(({ id }) => ({ value: id, label: t(`preset.${id}`) })),
          ...own.map((each) => ({ value: `own:${each.name}`, label: t('columns.own', { name: each.name }) })),
          ...(value === 'custom' ? [{ value, label: t('columns.custom') }] : []),
        ]}
        onChange={take}
      />
      <Field label={t('columns.name')}>
        {(ids) => (
          <div className="flex gap-1">
            <input
              {...ids}
              type="text"
              autoComplete="off"
              maxLength={LONGEST_NAME}
              value={name}
              placeholder={t('columns.namePlaceholder')}
              disabled={choice === null}
              onChange={(event) => setName(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') save();
              }}
              className={CONTROL}
            />
            <Button size="small" look="outline" icon={Save} disabled={choice === null || name.trim() === ''} onClick={save}>
              {t('columns.save')}
            </Button>
          </div>
        )}
      </Field>
      {saved !== null && (
        <div className="flex justify-end">
          <Button size="small" look="danger" icon={Trash2} className="max-w-full" onClick={() => forgetColumns(saved)}>
            <span className="truncate">{t('columns.delete', { name: saved })}</span>
          </Button>
        </div>
      )}
    </>
  );
}

/** The name of a choice in the list: an own one goes before a ready-made one of the same columns. */
function presetOf(choice: Choice, own: readonly { readonly name: string; readonly columns: readonly ColumnId[] }[]): string {
  if (!choice) return 'standard';
  const same = ({ columns }: { readonly columns: readonly ColumnId[] }) => columns.join() === choice.join();
  const mine = own.find(same);
  return mine ? `own:${mine.name}` : (COLUMN_PRESETS.find(same)?.id ?? 'custom');
}
