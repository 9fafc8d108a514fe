// The same while developing and in tests.
import type { ElementType, Key } from 'react';
import { jsxDEV as element, Fragment, type JSXSource } from 'react/jsx-dev-runtime';
import { shownProps } from './shown-text.ts';

export type { JSX } from 'react/jsx-dev-runtime';
export { Fragment };

/** An element, with where it stands in the source. */
export function jsxDEV(
  type: ElementType,
  props: object,
  key: Key | undefined,
  isStatic: boolean,
  source?: JSXSource,
  self?: unknown,
): React.JSX.Element {
  return element(type, shownProps(props), key, isStatic, source, self);
}
