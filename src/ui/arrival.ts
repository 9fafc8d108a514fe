/**
 * The share link this page was opened with, if any. Read and taken out of the address before anything else runs,
 * so that the plan does not stay in the history of the browser and reaches nobody by accident.
 */
function takeLink(): string | null {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith('#p=')) return null;
  window.history.replaceState(null, '', pathname + search);
  return hash;
}

let link = takeLink();

/** The link of the arrival, once: a second call gives null. */
export function arrivedLink(): string | null {
  const taken = link;
  link = null;
  return taken;
}

/** Watches for a link that is pasted into the address while the page is open. Gives a function that ends it. */
export function onLink(open: (link: string) => void): () => void {
  const listen = () => {
    const taken = takeLink();
    if (taken !== null) open(taken);
  };
  window.addEventListener('hashchange', listen);
  return () => window.removeEventListener('hashchange', listen);
}
