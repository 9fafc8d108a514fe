import { Ellipsis, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { NOTHING } from '../../store/selection.ts';
import { workspace } from '../../store/workspace.ts';
import { removeSelected } from '../actions/remove-selected.ts';
import { useT } from '../messages/translate.ts';
import { IconButton } from '../parts/Button.tsx';
import { Menu, MenuItem } from '../parts/Menu.tsx';

/** What is selected: its icon, name and kind, and what can be done with the whole of it. */
export function InspectorHead({
  icon,
  title,
  kind,
  removable = false,
}: {
  icon: ReactNode;
  title: string;
  kind: string;
  removable?: boolean;
}) {
  const t = useT();
  return (
    <header className="flex items-start gap-2 py-3 pr-2.5 pl-4">
      <span className="mt-0.5 grid size-5 shrink-0 place-items-center text-ink2">{icon}</span>
      <div className="min-w-0 flex-1">
        <h2 className="text-title font-semibold break-words">{title}</h2>
        <p className="text-[12px] leading-4 text-ink2">{kind}</p>
      </div>
      {removable && (
        <Menu trigger={<IconButton icon={Ellipsis} label={t('inspector.more')} />}>
          <MenuItem icon={Trash2} keys="Del" onSelect={removeSelected}>
            {t('inspector.delete')}
          </MenuItem>
        </Menu>
      )}
      <IconButton icon={X} label={t('inspector.deselect')} onClick={() => workspace.getState().select(NOTHING)} />
    </header>
  );
}
