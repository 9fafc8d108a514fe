import { useSyncExternalStore } from 'react';

/** Whether a media query holds, kept current. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Where the page is too narrow or low for all panels: the palette becomes a rail, tool names become tooltips. */
export const COMPACT = '(max-width: 1360px), (max-height: 760px)';
/** Where the inspector is a sheet over the canvas. */
export const NARROW = '(max-width: 1023px)';
/** Where the plan is read only, canvas or table at a time. */
export const PHONE = '(max-width: 639px)';
