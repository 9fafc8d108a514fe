import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { shownProps, shownText } from './shown-text.ts';

const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}]/u;

it('is what every element of the page shows: children, titles and names', () => {
  const evil = 'exe.\u202egnp\u200b';
  const { container } = render(
    <section aria-label={evil} title={`x ${evil}`}>
      {evil}
      <ul>
        {[evil, 'plain'].map((text) => (
          <li key={text}>
            {text}, {1}
          </li>
        ))}
      </ul>
      <input placeholder={evil} defaultValue={evil} />
    </section>,
  );
  expect(container.textContent).toContain('exe.<U+202E>gnp<U+200B>');
  expect(container.textContent).not.toMatch(HIDDEN);
  for (const element of container.querySelectorAll('*'))
    for (const { name, value } of element.attributes) if (name !== 'value') expect(value, name).not.toMatch(HIDDEN);
  // What can be edited stays what it is.
  expect(container.querySelector('input')?.value).toBe(evil);
});

it('leaves harmless text and line breaks alone, and makes no new object for them', () => {
  const text = 'Größe → Ω\n\t中文';
  expect(shownText(text)).toBe(text);
  const props = { title: text, children: [text, 1, null, ['a']] };
  expect(shownProps(props)).toBe(props);
});
