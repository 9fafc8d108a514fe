import { useLayoutEffect } from 'react';
import { useWorkspace } from '../store/workspace.ts';
import { useMedia } from './parts/use-media.ts';

/** True where the page shows dark, by choice or by the system. */
export function useDark(): boolean {
  const theme = useWorkspace((state) => state.theme);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  return theme === 'dark' || (theme === 'system' && systemDark);
}

/** Writes theme and language to the document, where styles and screen readers look for them. */
export function useDocumentTheme(): void {
  const dark = useDark();
  const language = useWorkspace((state) => state.language);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
