import { useEffect } from 'react';

/**
 * Stands in for the package `react-style-singleton`, which Radix dialogs and menus use to stop the page behind them from scrolling. That one
 * inserts a style element, which the content policy refuses; this one hands the same rules to the browser as a style sheet object.
 * Gives a component: its `styles` hold for the whole page while at least one of it is mounted.
 */
export function styleSingleton(): (props: { styles: string; dynamic?: boolean }) => null {
  let sheet: CSSStyleSheet | null = null;
  let mounted = 0;
  return function Styles({ styles }) {
    useEffect(() => {
      mounted += 1;
      if (sheet === null) {
        sheet = new CSSStyleSheet();
        document.adoptedStyleSheets.push(sheet);
      }
      sheet.replaceSync(styles);
      return () => {
        mounted -= 1;
        if (mounted > 0) return;
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
        sheet = null;
      };
    }, [styles]);
    return null;
  };
}
