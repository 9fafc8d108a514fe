import { create } from 'zustand';

/** Whether the plan is stored in this browser: `new` is a plan nobody edited yet that came by link. */
export type SavingState = 'new' | 'saving' | 'saved' | 'failed';

/** How storing goes; written by the autosave, read by the title. */
export const useSaving = create<{ readonly state: SavingState }>()(() => ({ state: 'new' }));
