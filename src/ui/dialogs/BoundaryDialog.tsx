import { useEffect } from 'react';
import { drawBoundary, setFirewall } from '../../model/edits/boundaries.ts';
import { type Plan, undrawnBoundaryId } from '../../model/plan.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';

/** Draws a boundary that somebody asked for; asks first where that replaces implied adjacencies. */
export function BoundaryDialog() {
  const t = useT();
  const request = useWorkspace((state) => state.boundaryRequest);
  const analysis = useWorkspace((state) => state.analysis);
  const implied = analysis?.impliedAdjacencies ?? 0;
  const top = new Set(analysis?.zones.filter((zone) => zone.parent === null).map((zone) => zone.id));
  const asks = request !== null && implied > 1 && request.a !== request.b && top.has(request.a) && top.has(request.b);

  useEffect(() => {
    if (!request || asks) return;
    workspace.getState().answerBoundary();
    draw(request.a, request.b, request.firewall, []);
  }, [request, asks]);

  if (!request || !asks) return null;
  const answer = (others: readonly (readonly [string, string])[]) => {
    workspace.getState().answerBoundary();
    draw(request.a, request.b, request.firewall, others);
  };
  const pairs = [...top].flatMap((a, index) => [...top].slice(index + 1).map((b) => [a, b] as const));
  const asked = undrawnBoundaryId(request.a, request.b);
  return (
    <Dialog title={t('boundary.title')} onClose={() => workspace.getState().answerBoundary()}>
      <p className="text-body text-ink2">{t('boundary.text', { count: implied })}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={() => workspace.getState().answerBoundary()}>{t('dialog.cancel')}</Button>
        <Button look="outline" onClick={() => answer([])}>
          {t('boundary.one')}
        </Button>
        <Button data-autofocus look="solid" onClick={() => answer(pairs.filter(([a, b]) => undrawnBoundaryId(a, b) !== asked))}>
          {t('boundary.all')}
        </Button>
      </div>
    </Dialog>
  );
}

function draw(a: string, b: string, firewall: string | null, others: readonly (readonly [string, string])[]): void {
  const { edit, select } = workspace.getState();
  const drawnThere = (plan: Plan) => plan.boundaries.find((one) => undrawnBoundaryId(...one.between) === undrawnBoundaryId(a, b));
  edit('drawBoundary', (plan) => {
    const known = drawnThere(plan);
    if (known && firewall !== null && !known.firewall) return setFirewall(plan, known.id, firewall);
    let next = drawBoundary(plan, a, b, { firewall });
    for (const [one, other] of others) next = drawBoundary(next, one, other);
    return next;
  });
  const made = drawnThere(workspace.getState().plan);
  if (made) select({ kind: 'boundary', id: made.id });
}
