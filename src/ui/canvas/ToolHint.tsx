import { nameOf } from '../../model/plan.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { useCanvas } from './canvas-state.ts';
import { partName } from './place.ts';

/** One line that says what the tool in hand waits for; an invitation where the plan is empty. */
export function ToolHint() {
  const t = useT();
  const tool = useWorkspace((state) => state.tool);
  const placing = useWorkspace((state) => state.placing);
  const empty = useWorkspace((state) => state.plan.zones.length === 0 && state.plan.hosts.length === 0);
  const from = useCanvas((state) => state.boundaryFrom);
  const zone = useWorkspace((state) => state.plan.zones.find((one) => one.id === from));
  let hint: string | null = null;
  if (placing) hint = t('canvas.hint.place', { name: partName(placing) });
  else if (tool === 'boundary')
    hint = from === null ? t('canvas.hint.boundary') : t('canvas.hint.boundaryTo', { name: zone ? nameOf(zone) : from });
  else if (tool === 'zone' || tool === 'host' || tool === 'link') hint = t(`canvas.hint.${tool}`);
  return (
    <>
      {hint !== null && (
        <div className="canvas-hint" role="status">
          {hint}
        </div>
      )}
      {empty && tool === 'select' && !placing && (
        <div className="canvas-empty">
          <span>{t('canvas.empty')}</span>
          <button type="button" onClick={() => workspace.getState().setTool('zone')}>
            {t('canvas.emptyAction')}
          </button>
        </div>
      )}
    </>
  );
}
