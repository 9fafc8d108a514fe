import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever a command was started. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
