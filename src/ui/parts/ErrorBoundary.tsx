import { Component, type ReactNode } from 'react';
import { t } from '../messages/translate.ts';
import { Button } from './Button.tsx';

/**
 * Keeps a fault in one part of the page from taking the rest, and the plan, with it.
 * The plan lives in the store outside of every part; trying again draws the part anew from it.
 */
export class ErrorBoundary extends Component<{ name: string; children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div role="alert" className="flex h-full w-full flex-col items-start justify-center gap-2 overflow-auto p-6">
        <p className="text-body font-medium">{t('error.part', { part: this.props.name })}</p>
        <p className="text-table text-ink2">{t('error.safe')}</p>
        <p className="mono text-[11px] break-words text-ink2">{error.message}</p>
        <Button look="outline" size="small" onClick={() => this.setState({ error: null })}>
          {t('error.again')}
        </Button>
      </div>
    );
  }
}
