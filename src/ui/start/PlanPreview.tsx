import { memo, useMemo } from 'react';
import { arrange } from '../../layout/arrange.ts';
import { familyOf } from '../../layout/family.ts';
import { folded, foldOf } from '../../layout/fold.ts';
import { nameOf, type Plan, type ZoneKind } from '../../model/plan.ts';
import { productIdOf } from '../../store/catalogs.ts';
import { productColour } from '../parts/ProductTile.tsx';

const DASHES: Partial<Record<ZoneKind, string>> = { internet: '14 8', cloud: '14 8', dmz: '18 6 6 6', partner: '4 7' };
const WIDTH = 320;
const HEIGHT = 152;
const MARGIN = 14;

/** A small picture of a plan, drawn from its layout: zones with their borders, hosts with the tiles of their products. Decoration. */
export const PlanPreview = memo(function PlanPreview({ plan }: { plan: Plan }) {
  const { zones, hosts, view } = useMemo(() => {
    const placement = folded(arrange(plan), foldOf(plan, familyOf(plan), null), plan.zones);
    const boxes = [...placement.zones.values(), ...placement.hosts.values()];
    const left = Math.min(...boxes.map((box) => box.x));
    const top = Math.min(...boxes.map((box) => box.y));
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height));
    const scale = Math.min((WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (bottom - top), 0.5);
    const width = WIDTH / scale;
    const height = HEIGHT / scale;
    return {
      zones: placement.zones,
      hosts: placement.hosts,
      view: `${(left + right) / 2 - width / 2} ${(top + bottom) / 2 - height / 2} ${width} ${height}`,
    };
  }, [plan]);
  return (
    <svg
      aria-hidden="true"
      viewBox={view}
      width="100%"
      className="block"
      style={{ aspectRatio: `${WIDTH} / ${HEIGHT}`, background: 'var(--canvas)' }}
    >
      {plan.zones.map((zone) => {
        const box = zones.get(zone.id);
        if (!box) return null;
        const colour = `var(--zone-${zone.kind})`;
        return (
          <g key={zone.id}>
            <rect
              x={box.x}
              y={box.y}
              width={box.width}
              height={box.height}
              rx={14}
              style={{ fill: zone.filtering ? `var(--zone-${zone.kind}-tint)` : 'none', stroke: colour }}
              strokeWidth={3.5}
              strokeDasharray={zone.filtering ? DASHES[zone.kind] : '4 7'}
            />
            {zone.kind === 'restricted' && (
              <rect
                x={box.x + 7}
                y={box.y + 7}
                width={box.width - 14}
                height={box.height - 14}
                rx={9}
                fill="none"
                strokeWidth={2}
                style={{ stroke: colour }}
              />
            )}
            <rect x={box.x + 14} y={box.y + 12} width={26} height={26} rx={7} style={{ fill: colour }} />
          </g>
        );
      })}
      {plan.hosts.map((host) => {
        const box = hosts.get(host.id);
        if (!box) return null;
        return (
          <g key={host.id}>
            {host.count > 1 && (
              <rect
                x={box.x + 8}
                y={box.y + 8}
                width={box.width}
                height={box.height}
                rx={9}
                strokeWidth={2}
                style={{ fill: 'var(--card)', stroke: 'var(--line2)' }}
              />
            )}
            <rect
              x={box.x}
              y={box.y}
              width={box.width}
              height={box.height}
              rx={9}
              strokeWidth={2}
              style={{ fill: 'var(--card)', stroke: 'var(--line2)' }}
            />
            <rect
              x={box.x + 14}
              y={box.y + 14}
              width={Math.min(140, 24 + nameOf(host).length * 7)}
              height={7}
              rx={3.5}
              style={{ fill: 'var(--ink2)' }}
            />
            {host.components.slice(0, 6).map((component, index) => (
              <g key={component.id}>
                <rect
                  x={box.x + 12}
                  y={box.y + 38 + index * 24}
                  width={17}
                  height={17}
                  rx={4}
                  style={{ fill: productColour(productIdOf(component.type)) }}
                />
                <rect x={box.x + 38} y={box.y + 43 + index * 24} width={84} height={7} rx={3.5} style={{ fill: 'var(--line2)' }} />
              </g>
            ))}
          </g>
        );
      })}
    </svg>
  );
});
