import type { SheetInput } from '../report/material.ts';
import type { PdfOptions } from '../report/pdf/pdf.ts';
import { fontsFor } from './document-fonts.ts';

/** The rule sheet as a PDF with the fonts of this build, East Asian characters among them where the plan has some. Writer and fonts are loaded when the first one is made. */
export async function makePdf(input: SheetInput, options: Omit<PdfOptions, 'fonts' | 'icons'>): Promise<Uint8Array<ArrayBuffer>> {
  const [{ rulePdf }, fonts, { default: icons }] = await Promise.all([
    import('../report/pdf/pdf.ts'),
    fontsFor(input.plan),
    import('virtual:icons'),
  ]);
  return rulePdf(input, { ...options, fonts, icons });
}
