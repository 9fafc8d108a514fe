import { useMemo } from 'react';
import type { Finding } from '../../engine/result.ts';
import { type FindingWords, worded } from '../../engine/wording.ts';
import { type Language, useWorkspace } from '../../store/workspace.ts';
import { wordsOf } from './languages.ts';

/** What, why and what next of a finding in a language; as the engine words it where that language has no words for it. */
export function findingWords(finding: Finding, language: Language): FindingWords {
  const { findings } = wordsOf(language);
  return (findings && finding.wording && worded(finding.wording, findings)) || finding;
}

/** `findingWords` in the language of the page, for components: each finding is worded once. */
export function useFindingWords(): (finding: Finding) => FindingWords {
  const language = useWorkspace((state) => state.language);
  return useMemo(() => {
    const known = new WeakMap<Finding, FindingWords>();
    return (finding: Finding) => {
      const words = known.get(finding) ?? findingWords(finding, language);
      known.set(finding, words);
      return words;
    };
  }, [language]);
}
