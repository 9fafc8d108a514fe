// What the compiler makes of `<div>` in this project (`jsxImportSource` in tsconfig.json): React's elements, whose texts never hide or reorder characters,
// whichever plan they come from and whoever wrote the component.
import type { ElementType, Key } from 'react';
import { jsx as element, jsxs as elements, Fragment } from 'react/jsx-runtime';
import { shownProps } from './shown-text.ts';

export type { JSX } from 'react/jsx-runtime';
export { Fragment };

/** An element with one child or none. */
export function jsx(type: ElementType, props: object, key?: Key): React.JSX.Element {
  return element(type, shownProps(props), key);
}

/** An element with several children. */
export function jsxs(type: ElementType, props: object, key?: Key): React.JSX.Element {
  return elements(type, shownProps(props), key);
}
