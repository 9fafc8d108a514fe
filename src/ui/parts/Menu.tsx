import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';

const ITEM =
  'flex h-8 w-full cursor-default items-center gap-2 rounded-control px-2 text-body outline-none select-none data-[highlighted]:bg-accent-soft data-[highlighted]:text-accent-text data-[disabled]:opacity-45';

/** A menu that hangs on a button. It does not lock the page: it closes on the next click elsewhere. */
export function Menu({ trigger, children, align = 'end' }: { trigger: ReactElement; children: ReactNode; align?: 'start' | 'end' }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <MenuPanel align={align}>{children}</MenuPanel>
    </DropdownMenu.Root>
  );
}

/** The panel of a menu; `label` names it where the trigger has no name. */
export function MenuPanel({
  align,
  label,
  onCloseAutoFocus,
  children,
}: {
  align: 'start' | 'end';
  label?: string;
  onCloseAutoFocus?: (event: Event) => void;
  children: ReactNode;
}) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align={align}
        sideOffset={6}
        collisionPadding={8}
        {...(onCloseAutoFocus ? { onCloseAutoFocus } : {})}
        {...(label === undefined ? {} : { 'aria-label': label, 'aria-labelledby': undefined })}
        className="z-40 max-h-[var(--radix-dropdown-menu-content-available-height)] min-w-52 overflow-auto rounded-card border border-line2 bg-surface p-1 text-ink shadow-2"
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}

/** One entry of a menu. */
export function MenuItem({
  icon: Icon,
  keys,
  onSelect,
  disabled = false,
  children,
}: {
  icon?: LucideIcon;
  keys?: string | undefined;
  onSelect: () => void;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <DropdownMenu.Item className={ITEM} onSelect={onSelect} disabled={disabled}>
      {Icon && <Icon aria-hidden="true" size={15} strokeWidth={1.75} className="shrink-0 text-ink2" />}
      <span className="flex-1">{children}</span>
      {keys && <Kbd>{keys}</Kbd>}
    </DropdownMenu.Item>
  );
}

/** An entry that is on or off; the menu stays open. */
export function MenuCheck({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <DropdownMenu.CheckboxItem className={ITEM} checked={checked} onCheckedChange={onChange} onSelect={(event) => event.preventDefault()}>
      <span aria-hidden="true" className="grid size-4 place-items-center rounded-[4px] border border-control text-[10px]">
        <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
      </span>
      <span className="flex-1">{children}</span>
    </DropdownMenu.CheckboxItem>
  );
}

/** A choice of one among several. */
export function MenuChoice({
  value,
  options,
  onChange,
}: {
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={ITEM}>
          <span aria-hidden="true" className="grid size-4 place-items-center">
            <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
          </span>
          <span className="flex-1">{option.label}</span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** The line that titles a part of a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-caption font-medium text-ink2">{children}</DropdownMenu.Label>;
}

/** A line between parts of a menu. */
export function MenuLine() {
  return <DropdownMenu.Separator className="mx-1 my-1 h-px bg-line" />;
}
