import { render } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { styleSingleton } from './style-singleton.ts';

/** Stands in for the browser's own: the document of these tests adopts no style sheets. */
class Sheet {
  text = '';
  replaceSync(text: string): void {
    this.text = text;
  }
}
const adopted = (): string[] => (document.adoptedStyleSheets as unknown as Sheet[]).map((sheet) => sheet.text);

beforeEach(() => {
  vi.stubGlobal('CSSStyleSheet', Sheet);
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], writable: true, configurable: true });
});

it('holds its rules while at least one of it is mounted, and only once', () => {
  const Styles = styleSingleton();
  const first = render(<Styles styles="body { overflow: hidden }" />);
  const second = render(<Styles styles="body { overflow: hidden }" />);
  expect(adopted()).toEqual(['body { overflow: hidden }']);
  first.unmount();
  expect(adopted()).toEqual(['body { overflow: hidden }']);
  second.unmount();
  expect(adopted()).toEqual([]);
});

it('follows its rules and leaves the sheets of others alone', () => {
  const [One, Other] = [styleSingleton(), styleSingleton()];
  const one = render(<One styles="a {}" />);
  render(<Other styles="b {}" />);
  one.rerender(<One styles="c {}" />);
  expect(adopted().sort()).toEqual(['b {}', 'c {}']);
  one.unmount();
  expect(adopted()).toEqual(['b {}']);
});

it('writes no style element', () => {
  const Styles = styleSingleton();
  render(<Styles styles="a {}" />);
  expect(document.querySelectorAll('style')).toHaveLength(0);
});
