import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

/** One sentence, one button. */
export function EmptyState({ children, action, onAction }: { children: ReactNode; action?: string | undefined; onAction?: () => void }) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 p-6 text-center text-body text-ink2">
      <p className="max-w-80">{children}</p>
      {action && onAction && (
        <Button look="outline" size="small" onClick={onAction}>
          {action}
        </Button>
      )}
    </div>
  );
}
