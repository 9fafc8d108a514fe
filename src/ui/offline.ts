import { workspace } from '../store/workspace.ts';

/**
 * Keeps the page for visits without a network. A newer build is fetched in the background and said so once; it runs from the next time on,
 * when no page of this one is open any more. Does nothing where a page has no service workers: while developing, and opened from disk.
 */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !/^https?:$/.test(window.location.protocol) || !('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register('./sw.js');
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed' && navigator.serviceWorker.controller) workspace.getState().notify('toast.newVersion');
      });
    });
  } catch {
    // A browser that refuses (private windows of some do) has the page as long as it has a network: no reason to disturb anybody.
  }
}
