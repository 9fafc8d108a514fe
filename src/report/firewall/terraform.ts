/** A Terraform block of texts that hold nothing but digits, address characters, object names and the allowlist of comments: no `${`, no quotation mark. */
export interface Block {
  readonly kind: 'resource' | 'variable';
  readonly labels: readonly string[];
  /** `text` is written in quotation marks, `code` as it is: a reference, a number or a list. */
  readonly attributes: readonly (readonly [
    name: string,
    value: { readonly text: string } | { readonly code: string } | { readonly texts: readonly string[] },
  ])[];
  readonly blocks?: readonly { readonly name: string; readonly attributes: Block['attributes'] }[];
}

/** The block as `terraform fmt` would have it. */
export function blockLines({ kind, labels, attributes, blocks = [] }: Block): string[] {
  return [
    `${kind} ${labels.map((label) => `"${label}"`).join(' ')} {`,
    ...attributeLines(attributes, '  '),
    ...blocks.flatMap((inner) => ['', `  ${inner.name} {`, ...attributeLines(inner.attributes, '    '), '  }']),
    '}',
  ];
}

function attributeLines(attributes: Block['attributes'], indent: string): string[] {
  const width = Math.max(0, ...attributes.map(([name]) => name.length));
  return attributes.map(([name, value]) => `${indent}${name.padEnd(width)} = ${valueText(value)}`);
}

function valueText(value: Block['attributes'][number][1]): string {
  if ('code' in value) return value.code;
  return 'text' in value ? `"${value.text}"` : `[${value.texts.map((text) => `"${text}"`).join(', ')}]`;
}
