import { useComparing } from '../../store/comparing.ts';

/** Whether the plan can be drawn on: two plans side by side are only looked at. */
export function drawing(): boolean {
  return !useComparing.getState().open;
}
