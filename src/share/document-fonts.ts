import type { Plan } from '../model/plan.ts';
import { packPlan } from '../model/write-plan.ts';
import { glyphsOf } from '../report/pdf/glyphs.ts';
import { mergedFont } from '../report/pdf/merged-font.ts';
import type { PdfFonts } from '../report/pdf/pdf.ts';

/**
 * The fonts of documents, TrueType in Base64, with the East Asian characters that the plan has and they lack. Only the slices that hold such
 * characters are loaded; a slice that cannot be had leaves its characters missing, and a document shows them as code points.
 */
export async function fontsFor(plan: Plan): Promise<PdfFonts> {
  const { default: fonts } = await import('virtual:document-fonts');
  const has = glyphsOf(bytesOf(fonts.regular));
  const characters = [...new Set(packPlan(plan))]
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((code) => code > 0x7f && !has(code));
  if (characters.length === 0) return fonts;
  const slices = await slicesOf(characters);
  if (slices.length === 0) return fonts;
  const merged = (font: string) => base64Of(mergedFont(bytesOf(font), slices, characters));
  return { regular: merged(fonts.regular), bold: merged(fonts.bold), mono: merged(fonts.mono) };
}

async function slicesOf(characters: readonly number[]): Promise<Uint8Array[]> {
  const { default: slices } = await import('virtual:east-asian-fonts');
  const needed = slices.filter(({ ranges }) => ranges.some(([low, high]) => characters.some((code) => code >= low && code <= high)));
  const loaded = await Promise.allSettled(needed.map(({ load }) => load()));
  return loaded.flatMap((each) => (each.status === 'fulfilled' ? [bytesOf(each.value.default)] : []));
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(''));
}
