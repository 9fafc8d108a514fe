import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { strokeFor } from './icons.ts';
import { Tooltip } from './Tooltip.tsx';

type Look = 'plain' | 'outline' | 'solid' | 'danger';

const LOOKS: Record<Look, string> = {
  plain: 'text-ink hover:bg-hover data-[state=open]:bg-hover',
  outline: 'border border-line2 bg-surface text-ink hover:bg-hover data-[state=open]:bg-hover',
  solid: 'bg-accent text-on-accent hover:brightness-95 dark:hover:brightness-110',
  danger: 'border border-line2 bg-surface text-error hover:bg-hover',
};

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  icon?: LucideIcon | undefined;
  look?: Look;
  size?: 'small' | 'medium';
  pressed?: boolean | undefined;
  children?: ReactNode;
}

/** A button with a text and, where given, an icon in front. */
export function Button({ icon: Icon, look = 'plain', size = 'medium', pressed, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      {...rest}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control font-medium whitespace-nowrap transition-colors duration-[80ms] disabled:pointer-events-none disabled:opacity-45',
        size === 'small' ? 'h-7 px-2 text-table' : 'h-8 px-2.5 text-body',
        pressed ? 'bg-accent-soft text-accent-text' : LOOKS[look],
        className,
      )}
    >
      {Icon && <Icon aria-hidden="true" size={size === 'small' ? 14 : 16} strokeWidth={1.75} className="shrink-0" />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  icon: LucideIcon;
  /** The name of the button, which is its tooltip too. */
  label: string;
  /** A longer tooltip than the name. */
  hint?: string | undefined;
  keys?: string | undefined;
  iconSize?: number;
  pressed?: boolean | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right';
}

/** A button that shows only an icon; its name stands in the tooltip. */
export function IconButton({
  icon: Icon,
  label,
  hint,
  keys,
  iconSize = 16,
  pressed,
  side = 'bottom',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={hint ?? label} keys={keys} side={side}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={clsx(
          'inline-grid size-7 shrink-0 place-items-center rounded-control transition-colors duration-[80ms] disabled:opacity-40',
          pressed
            ? 'bg-accent-soft text-accent-text'
            : 'text-ink2 enabled:hover:bg-hover enabled:hover:text-ink data-[state=open]:bg-hover',
          className,
        )}
      >
        <Icon aria-hidden="true" size={iconSize} strokeWidth={strokeFor(iconSize)} />
      </button>
    </Tooltip>
  );
}
