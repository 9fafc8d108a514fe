import { tileLetters } from '../../model/type-words.ts';
import { productOf } from '../../store/catalogs.ts';

/** Products that have a colour of their own; every other takes the grey of the infrastructure. */
const COLOURED = new Set(['tpm', 'tanium', 'sms', 'netwrix', 'usm', 'infra']);

/** The colour of a product as a CSS value. */
export function productColour(product: string | null): string {
  return `var(--product-${product !== null && COLOURED.has(product) ? product : 'infra'})`;
}

/** The two letters of a product: its catalog's, else the first two of its id. */
export function productLetters(product: string | null): string {
  if (product === null) return '··';
  return tileLetters(product, productOf(product)?.letters);
}

/** The coloured tile of a product with its two letters. Decoration: the name of product or component stands beside it. */
export function ProductTile({ product, size = 17 }: { product: string | null; size?: number }) {
  return (
    <span
      aria-hidden="true"
      className="inline-grid shrink-0 place-items-center font-semibold text-on-tile"
      style={{
        width: size,
        height: size,
        borderRadius: 4,
        backgroundColor: productColour(product),
        fontSize: Math.max(8, Math.round(size * 0.55 * 2) / 2),
        lineHeight: 1,
      }}
    >
      {productLetters(product)}
    </span>
  );
}
