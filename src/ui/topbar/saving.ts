import { create } from 'zustand';
import type { SavingState } from '../../store/autosave.ts';

/** How storing goes; written by the autosave, read by the title. */
export const useSaving = create<{ readonly state: SavingState }>()(() => ({ state: 'new' }));
