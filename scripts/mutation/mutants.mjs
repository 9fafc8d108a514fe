import { parseSync } from 'vite';

/**
 * One small fault that can be put into a source file.
 * @typedef {{ id: number, file: string, line: number, was: string, is: string }} Mutant
 */

/** @typedef {{ type: string, start: number, end: number, [key: string]: any }} Node */

const FLIPS = new Map([
  ['<', ['<=', '>=']],
  ['<=', ['<', '>']],
  ['>', ['>=', '<=']],
  ['>=', ['>', '<']],
  ['===', ['!==']],
  ['!==', ['===']],
  ['+', ['-']],
  ['-', ['+']],
  ['*', ['/']],
  ['/', ['*']],
  ['%', ['*']],
  ['&', ['|']],
  ['|', ['&']],
  ['<<', ['>>']],
  ['>>', ['<<']],
  ['>>>', ['<<']],
  ['+=', ['-=']],
  ['-=', ['+=']],
  ['&=', ['|=']],
  ['|=', ['&=']],
]);
/** A step in a chain of calls that can be left out: what it was called on has the same kind. */
const STEPS = new Set(['filter', 'sort', 'toSorted', 'slice', 'reverse', 'toReversed', 'trim', 'toLowerCase', 'flat']);
const TWINS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['startsWith', 'endsWith'],
]);
const COMPARISONS = new Set(['<', '<=', '>', '>=', '===', '!==']);
/** What only types are made of, what is not of the file, and what can never happen. */
const LEFT_ALONE = /^(TS(?!AsExpression|SatisfiesExpression|NonNullExpression)|Import|ExportAll|ThrowStatement|Decorator)/;
const TYPE_FIELDS = new Set(['typeAnnotation', 'typeArguments', 'typeParameters', 'returnType', 'superTypeArguments', 'implements']);

/**
 * Puts every fault into a source file at once, each behind a switch `$m(id)` that is off.
 * The words of findings are left alone: texts with a space in them.
 * @param {string} file the name in the mutants' records
 * @param {string} source TypeScript
 * @param {number} first id of the file's first mutant
 * @returns {{ code: string, mutants: Mutant[] }}
 */
export function mutate(file, source, first) {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  /** @type {Mutant[]} */
  const mutants = [];

  /** @param {Node} node @param {string} is */
  const mark = (node, is) => {
    const id = first + mutants.length;
    const line = source.slice(0, node.start).split('\n').length;
    mutants.push({ id, file, line, was: oneLine(source.slice(node.start, node.end)), is: oneLine(is) });
    return id;
  };

  /** @param {Node} node @param {Place} place @returns {string} the node's code with its own faults and those of its parts */
  const written = (node, place) => {
    const own = faults(node, source, place);
    const marked = own.map((is) => ({ is, id: mark(node, is) }));
    let code = '';
    let at = node.start;
    for (const [child, childPlace] of children(node, place)) {
      code += source.slice(at, child.start) + written(child, childPlace);
      at = child.end;
    }
    code += source.slice(at, node.end);
    if (marked.length === 0) return code;
    if (node.type.endsWith('Statement')) return `{ if ($m(${marked[0]?.id})) {} else ${code} }`;
    return `(${marked.map(({ id, is }) => `$m(${id}) ? (${is}) : `).join('')}(${code}))`;
  };

  const code = written(program, { parent: program, field: '', chained: false });
  return { code: source.slice(0, program.start) + code + source.slice(program.end), mutants };
}

/**
 * Where a node stands. In a chain `a?.b.c()` only the whole may be wrapped in brackets.
 * @typedef {{ parent: Node, field: string, chained: boolean }} Place
 */

/** @param {Node} node @param {Place} place @returns {[Node, Place][]} in the order of the source */
function children(node, place) {
  /** @type {[Node, Place][]} */
  const found = [];
  for (const [field, value] of Object.entries(node)) {
    if (TYPE_FIELDS.has(field) || (field === 'key' && !node.computed) || (node.shorthand && field !== 'value')) continue;
    if (node.shorthand && value.type === 'Identifier') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type !== 'string' || LEFT_ALONE.test(child.type) || isWords(child)) continue;
      if (child.type.startsWith('Export') && child.source) continue;
      const spine = (field === 'object' || field === 'callee') && (place.chained || place.parent.type === 'ChainExpression');
      found.push([child, { parent: node, field, chained: spine }]);
    }
  }
  return found.sort(([a], [b]) => a.start - b.start);
}

/** @param {Node} node @param {string} source @param {Place} place @returns {string[]} what may stand in the node's place */
function faults(node, source, place) {
  const text = (/** @type {Node} */ part) => source.slice(part.start, part.end);
  const without = (/** @type {Node[]} */ list, /** @type {Node} */ part) =>
    list
      .filter((other) => other !== part)
      .map(text)
      .join(', ');
  if (place.chained) return [];
  const decides = place.field === 'test' && place.parent.type !== 'SwitchCase';
  const loops = /^(For|While|Do)/.test(place.parent.type);
  const answers = decides ? (loops ? ['false'] : ['true', 'false']) : [];
  switch (node.type) {
    case 'BinaryExpression': {
      if (node.operator === '+' && [node.left, node.right].some(isText)) return answers;
      const flips = (FLIPS.get(node.operator) ?? []).filter((flip) => !decides || !['===', '!=='].includes(flip));
      return [...flips.map((flip) => `${text(node.left)} ${flip} ${text(node.right)}`), ...answers];
    }
    case 'LogicalExpression':
      return [text(node.left), text(node.right), ...answers];
    case 'UnaryExpression':
      return node.operator === '!' || node.operator === '-' ? [...(decides ? [] : [text(node.argument)]), ...answers] : answers;
    case 'AssignmentExpression':
      return (FLIPS.get(node.operator) ?? []).map((flip) => `${text(node.left)} ${flip} ${text(node.right)}`);
    case 'ConditionalExpression':
    case 'Identifier':
    case 'MemberExpression':
    case 'ChainExpression':
      return answers;
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.computed) return answers;
      const name = callee.property.name;
      if (STEPS.has(name) && place.parent.type !== 'ExpressionStatement') return [text(callee.object), ...answers];
      const twin = TWINS.get(name);
      if (twin === undefined) return answers;
      return [`${source.slice(node.start, callee.property.start)}${twin}${source.slice(callee.property.end, node.end)}`, ...answers];
    }
    case 'ExpressionStatement':
      return node.directive ? [] : [''];
    case 'ContinueStatement':
    case 'BreakStatement':
      return place.parent.type === 'SwitchCase' ? [] : [''];
    case 'ReturnStatement':
      return node.argument === null ? [''] : [];
    case 'ArrayExpression':
      return node.elements.length > 8 ? ['[]'] : node.elements.map((/** @type {Node} */ part) => `[${without(node.elements, part)}]`);
    case 'ObjectExpression':
      return node.properties
        .filter((/** @type {Node} */ part) => part.type === 'SpreadElement')
        .map((/** @type {Node} */ part) => `{ ${without(node.properties, part)} }`);
    case 'Literal':
      return literalFaults(node, place);
    default:
      return [];
  }
}

/** @param {Node} node @param {Place} place @returns {string[]} */
function literalFaults(node, place) {
  const compared = COMPARISONS.has(place.parent.operator) || place.parent.type === 'SwitchCase';
  if (compared) return [];
  if (typeof node.value === 'boolean') return [String(!node.value)];
  if (typeof node.value === 'number') return [node.value === 1 ? '0' : String(node.value + 1)];
  if (typeof node.value === 'string') return [node.value === '' ? "'other'" : "''"];
  return [];
}

/** @param {Node} node */
function isText(node) {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

/** @param {Node} node @returns {boolean} whether it is words for a reader, or a choice between such */
function isWords(node) {
  if (node.type === 'TemplateLiteral') return node.quasis.some((/** @type {Node} */ part) => part.value.raw.includes(' '));
  if (node.type === 'ConditionalExpression') return isWords(node.consequent) || isWords(node.alternate);
  return node.type === 'Literal' && typeof node.value === 'string' && node.value.includes(' ');
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}
