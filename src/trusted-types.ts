/** What the browser offers where it enforces trusted types. Declared here: the DOM library does not know it yet. */
interface TrustedTypeFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

/** The page's workers, as the build names them, and the one that keeps it for visits without a network. */
const WORKER_FILE = /\/([\w.-]+\.worker-[\w-]+|sw)\.js$/;

/** The build of one single file has its workers inside and starts them from blobs, which only the page itself can make. */
const FROM_BLOBS = import.meta.env.MODE === 'single';

/**
 * The address itself where it is one of this page's own worker files; throws on any other, which the browser reports as a violation.
 * `here` is the address of the page.
 */
export function admitWorkerAddress(url: string, here: string): string {
  const address = new URL(url, here);
  if (FROM_BLOBS && address.protocol === 'blob:') return address.href;
  if (address.origin !== new URL(here).origin || !WORKER_FILE.test(address.pathname)) {
    throw new TypeError(`Only the page's own workers may be started, not ${address.href}`);
  }
  return address.href;
}

// The content policy turns every text that would become code into an error. Starting a worker is the one thing the page needs, so the
// default policy admits that and nothing else: there is no way to make HTML or a script from text.
const factory = (globalThis as { trustedTypes?: TrustedTypeFactory }).trustedTypes;
factory?.createPolicy('default', { createScriptURL: (url) => admitWorkerAddress(url, globalThis.location.href) });
