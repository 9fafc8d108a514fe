import { type ControlPosition, NodeResizeControl, ResizeControlVariant } from '@xyflow/react';
import { memo } from 'react';
import type { Least } from './nodes.ts';
import { useResize } from './use-resize.ts';

const SIDES: readonly ControlPosition[] = ['top', 'right', 'bottom', 'left'];
const CORNERS: readonly ControlPosition[] = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];

/** Eight handles around a selected zone, and its four sides. Each stops where the zone would no longer hold its content. */
export const ZoneHandles = memo(function ZoneHandles({ id, least }: { id: string; least: Least }) {
  const resize = useResize(id);
  const control = (position: ControlPosition, variant: ResizeControlVariant) => (
    <NodeResizeControl
      key={`${variant} ${position}`}
      position={position}
      variant={variant}
      className={variant === ResizeControlVariant.Line ? 'zone-line' : 'zone-handle'}
      minWidth={position.includes('left') ? least.left : least.right}
      minHeight={position.includes('top') ? least.top : least.bottom}
      onResizeEnd={resize}
    />
  );
  return (
    <>
      {SIDES.map((side) => control(side, ResizeControlVariant.Line))}
      {[...SIDES, ...CORNERS].map((position) => control(position, ResizeControlVariant.Handle))}
    </>
  );
});
