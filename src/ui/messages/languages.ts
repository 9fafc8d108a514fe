import type { Vocabulary } from '../../engine/wording.ts';
import { type Language, workspace } from '../../store/workspace.ts';
import { en, type MessageKey } from './en.ts';
import type { Message } from './message.ts';

/** All words of the page in one language. English has no vocabulary: findings come worded in it. */
export interface Words {
  readonly messages: Readonly<Record<MessageKey, Message>>;
  readonly findings: Vocabulary | null;
}

const ENGLISH: Words = { messages: en, findings: null };

/** The languages that are here. English always is; another one comes when it is asked for. */
const here: Partial<Record<Language, Words>> = { en: ENGLISH };

/** The words of a language that is here, else English. */
export function wordsOf(language: Language): Words {
  return here[language] ?? ENGLISH;
}

/** Brings the words of a language. Rejects where they cannot be had. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'de') here.de ??= (await import('./german.ts')).german;
}

let asked = 0;

/** Has the page speak a language once its words are here; the last one asked for wins. A notice says where they did not come. */
export async function speak(language: Language): Promise<void> {
  const turn = ++asked;
  try {
    await loadLanguage(language);
  } catch {
    if (turn === asked) workspace.getState().notify('toast.languageFailed', { tone: 'error' });
    return;
  }
  if (turn === asked) workspace.getState().setLanguage(language);
}
