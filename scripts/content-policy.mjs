/**
 * What the built page may do: run its own files and talk to nobody. Nothing a plan, a catalog or a picture contains can become code,
 * and nothing can leave the browser. `trusted-types default` leaves room for the single policy of `src/trusted-types.ts`.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
];

/** For a `<meta http-equiv>`, so that the policy holds wherever the files are put. */
export const PAGE_POLICY = DIRECTIVES.join('; ');

/** For the header. Says one thing more, which a meta element cannot: the page is not shown inside another. */
export const HEADER_POLICY = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');
