import { REQUEST_FIELDS, type RequestPlace, requestAt, setRequest } from '../../model/request.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { FoldingSection } from '../parts/Section.tsx';
import { TextInput } from '../parts/TextInput.tsx';

/** What a change request asks beside the openings, of the plan or of one enforcement point, which shows what it takes from the plan. */
export function RequestFields({ place }: { place: RequestPlace }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const own = requestAt(plan, place);
  const inherited = place.kind === 'plan' ? null : requestAt(plan, { kind: 'plan' });
  return (
    <FoldingSection title={t('request.title')} initiallyOpen={REQUEST_FIELDS.some((field) => own[field] !== '')}>
      {REQUEST_FIELDS.map((field) => (
        <TextInput
          key={field}
          label={t(`request.${field}`)}
          value={own[field]}
          placeholder={inherited?.[field] || (field === 'until' ? t('request.permanent') : field === 'neededBy' ? '2026-12-31' : undefined)}
          onCommit={(value) => workspace.getState().edit('changePlan', (before) => setRequest(before, place, field, value))}
        />
      ))}
    </FoldingSection>
  );
}
