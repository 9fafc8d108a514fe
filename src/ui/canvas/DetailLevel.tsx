import { useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';

/** Marks the canvas with how much can be read at this zoom, so that style alone decides what shows. */
export function DetailLevel() {
  const detail = useStore(({ transform }) => (transform[2] < 0.3 ? 'tiles' : transform[2] < 0.6 ? 'names' : 'full'));
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    mark.current?.closest('.canvas')?.setAttribute('data-detail', detail);
  }, [detail]);
  return <span ref={mark} hidden />;
}
