import type { ReactNode } from 'react';
import { printable } from '../../model/printable.ts';

/** Attributes of the page's elements that are read or shown as text. */
const READ = ['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'] as const;

/** Text without any character but plain ones: most text is. */
const PLAIN = /^[\x20-\x7e]*$/;

/** A text as the page shows it: what hides or reorders other characters stands as its code point. Line breaks and tabs are white space there and stay. */
export function shownText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(/[^\n\t]+/g, printable);
}

/** The properties of an element of the page, every text in them as it is shown. The same object where nothing changes. */
export function shownProps<T extends object>(props: T): T {
  const given = props as Record<string, unknown>;
  const shown: Record<string, unknown> = {};
  for (const name of READ) {
    const value = given[name];
    if (typeof value === 'string') shown[name] = shownText(value);
  }
  if (given.children !== undefined) shown.children = shownChildren(given.children as ReactNode);
  return Object.entries(shown).every(([name, value]) => value === given[name]) ? props : { ...props, ...shown };
}

function shownChildren(children: ReactNode): ReactNode {
  if (typeof children === 'string') return shownText(children);
  if (!Array.isArray(children)) return children;
  const shown = children.map(shownChildren);
  return shown.some((child, index) => child !== children[index]) ? shown : children;
}
