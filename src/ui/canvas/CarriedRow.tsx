import { productIdOf, shortTypeName } from '../../store/catalogs.ts';
import { ProductTile } from '../parts/ProductTile.tsx';
import { useCanvas } from './canvas-state.ts';

/** The component that is dragged out of its card, beside the pointer. */
export function CarriedRow() {
  const carried = useCanvas((state) => state.carried);
  if (!carried) return null;
  return (
    <div className="carried-row" aria-hidden="true" style={{ transform: `translate(${carried.x + 10}px, ${carried.y + 8}px)` }}>
      <ProductTile product={productIdOf(carried.type)} size={17} />
      {shortTypeName(carried.type)}
    </div>
  );
}
