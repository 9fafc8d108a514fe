import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

/** Every file of the built page with its revision, put in by `scripts/build-service-worker.mjs`. */
declare const BUILT_FILES: { url: string; revision: string | null }[];

// After the first visit the page comes from here, whether there is a network or not. A newer build is fetched beside it and takes over when
// no page of the old one is open any more: nothing changes under somebody's hands.
precacheAndRoute(BUILT_FILES);
cleanupOutdatedCaches();
