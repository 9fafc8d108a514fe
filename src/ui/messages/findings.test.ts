import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf, finding, SEVERITIES } from '../../engine/finding.ts';
import { listed, PHRASES, phrase, SENTENCES, type SentenceKey } from '../../engine/finding-words.ts';
import type { Template } from '../../engine/wording.ts';
import { findingWords } from './finding-text.ts';
import { joinersDe, phrasesDe, sentencesDe } from './findings.de.ts';
import { loadLanguage } from './languages.ts';

const forms = (template: Template) => (typeof template === 'string' ? [template] : [template.one, template.other]);
const slots = (template: Template) =>
  [...new Set(forms(template).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))].sort();
const keys = Object.keys(SENTENCES) as SentenceKey[];
const PARTS = ['what', 'why', 'next'] as const;

describe('findings in German', () => {
  beforeAll(() => loadLanguage('de'));

  it('has sentences for every code', () => {
    expect(new Set(keys.map(codeOf))).toEqual(new Set(Object.keys(SEVERITIES)));
    expect(Object.keys(sentencesDe).sort()).toEqual([...keys].sort());
  });

  it.each(keys)('%s has the same slots, and no English word of its template', (key) => {
    const english = PARTS.map((part): Template => SENTENCES[key][part]);
    const german = PARTS.map((part) => sentencesDe[key][part]);
    expect(german.map(slots)).toEqual(english.map(slots));
    // A sentence that is nothing but slots has no words of its own.
    for (const text of german.flatMap(forms))
      if (/[a-z]/.test(text.replace(/\{\w+\}/g, ''))) expect(english.flatMap(forms)).not.toContain(text);
    for (const text of german.flatMap(forms)) expect(text.replace(/\{\w+\}/g, '')).not.toMatch(/\b(the|and|or|is|are|of|has|which)\b/);
  });

  it.each(Object.keys(PHRASES) as (keyof typeof PHRASES)[])('%s is a phrase with the same slots', (key) => {
    expect(slots(phrasesDe[key])).toEqual(slots(PHRASES[key]));
  });

  it('words parts of sentences too', () => {
    const owner = { type: 'Server', host: 'ts' };
    const made = finding('setting-invalid/value', { ...owner, setting: 'X', value: '"a"', allowed: listed('or', ['true', 'false']) }, []);
    expect(made.next).toBe('Choose true or false.');
    expect(findingWords(made, 'de').next).toBe('Möglich: true oder false.');
    expect(findingWords(made, 'en').next).toBe(made.next);
    expect(joinersDe.and).toBe(' und ');
  });

  it('fills a name that looks like a place only once', () => {
    const name = phrase('owner/waiver', { id: '{target} $& {name}' });
    const made = finding('reference-dangling/unknown', { name, the: phrase('the/zone', {}), target: '{name}' }, []);
    expect(made.what).toBe('The waiver {target} $& {name} refers to the zone {name}, which the plan does not have.');
    expect(findingWords(made, 'de').what).toBe('Die Auslassung {target} $& {name} verweist auf etwas, das im Plan fehlt: Zone {name}.');
  });
});
