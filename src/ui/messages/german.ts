import { de } from './de.ts';
import { joinersDe, phrasesDe, sentencesDe } from './findings.de.ts';
import type { Words } from './languages.ts';

/** All German words of the page: a chunk of its own, which only a page in German loads. */
export const german: Words = { messages: de, findings: { sentences: sentencesDe, phrases: phrasesDe, joiners: joinersDe } };
