import { useMemo } from 'react';
import { type Language, useWorkspace, workspace } from '../../store/workspace.ts';
import { en, type MessageKey } from './en.ts';
import { wordsOf } from './languages.ts';
import { filled, type Values } from './message.ts';

/** The text of a message in a language; in English where that language is not here yet. */
export function translate(language: Language, key: MessageKey, values?: Values): string {
  return filled(wordsOf(language).messages[key], values);
}

/** The text of a message in the language of the page, for code outside components. */
export function t(key: MessageKey, values?: Values): string {
  return translate(workspace.getState().language, key, values);
}

/** `t` for components: they render again when the language changes. */
export function useT(): (key: MessageKey, values?: Values) => string {
  const language = useWorkspace((state) => state.language);
  return useMemo(() => (key: MessageKey, values?: Values) => translate(language, key, values), [language]);
}

/** True where a text is the key of a message. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
