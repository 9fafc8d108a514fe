import { encode } from 'uqr';
import { useT } from '../messages/translate.ts';

/** A link as a QR code: dark squares on white in every theme, with the quiet border readers need. */
export default function LinkCode({ link }: { link: string }) {
  const t = useT();
  const { data, size } = encode(link, { border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      role="img"
      aria-label={t('share.code')}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto mt-3 size-64 rounded-card"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
