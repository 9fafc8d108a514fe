/**
 * The same font under another PostScript name. pdfmake opens a font anew for every single text of a picture where the document has one of
 * that name already; under a name of its own it is opened once. Base64 in and out; the name keeps its length, so nothing else moves.
 */
export function renamedFont(base64: string): string {
  const text = atob(base64);
  const name = /DejaVuSans\w*(?:-Bold)?/.exec(text)?.[0];
  if (name === undefined) return base64;
  const other = `Picture${name.slice('Picture'.length)}`;
  const wide = (plain: string) => plain.replace(/./g, '\0$&');
  return btoa(text.replaceAll(name, other).replaceAll(wide(name), wide(other)));
}
