import { create } from 'zustand';

/** What was announced last, for the live region of the page. */
export const useAnnouncement = create<{ readonly text: string }>()(() => ({ text: '' }));

/** Has screen readers read a text out, politely. The same text again is read again. */
export function announce(text: string): void {
  const last = useAnnouncement.getState().text;
  useAnnouncement.setState({ text: text === last ? `${text}\u00a0` : text });
}
