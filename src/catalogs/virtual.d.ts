/** Every product of `catalogs/`, checked and with its defaults filled in, by product id. */
declare module 'virtual:catalogs' {
  const catalogs: readonly import('../model/catalog.ts').Catalog[];
  export default catalogs;
}

/** The example plans of every product that has some, by product id. */
declare module 'virtual:catalog-cases' {
  const cases: readonly { readonly product: string; readonly cases: readonly import('../model/catalog-case.ts').CatalogCase[] }[];
  export default cases;
}

/** Every `templates/*.plan.json`, by file name, as written: pass it through the gate of the plan format before use. */
declare module 'virtual:templates' {
  const templates: readonly unknown[];
  export default templates;
}

/** The fonts of documents, TrueType in Base64. */
declare module 'virtual:document-fonts' {
  const fonts: { readonly regular: string; readonly bold: string; readonly mono: string };
  export default fonts;
}

/** Slices of a font for East Asian scripts: the characters of each, and its WOFF in Base64. Empty in a build without. */
declare module 'virtual:east-asian-fonts' {
  const slices: readonly {
    readonly ranges: readonly (readonly [low: number, high: number])[];
    readonly load: () => Promise<{ readonly default: string }>;
  }[];
  export default slices;
}

/** Icons as plain SVG elements on a ground of 24 × 24, by their names in catalogs. */
declare module 'virtual:icons' {
  const icons: Readonly<Record<string, readonly (readonly [element: string, attributes: Readonly<Record<string, string>>])[]>>;
  export default icons;
}

/** The program of `@resvg/resvg-wasm`, in Base64. */
declare module 'virtual:rasteriser' {
  const program: string;
  export default program;
}
