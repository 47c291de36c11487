/**
 * Gives the constants of a script names of two or three letters. Functions keep theirs, since a log shows them; a constant is never
 * called, so its name tells nobody anything, and 800 of them are 18 KB.
 */
import { type Expression, type Node, parse } from 'acorn';

/** What a log shows by its name. Without a value a variable may become one of these later. */
const NAMED: ReadonlySet<string> = new Set([
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassExpression',
]);
const LETTERS = 52;

/** @param code a script whose names at the top level are each used for one thing, as a bundle has them. */
export function withShortConstants(code: string): string {
  const program = parse(code, { ecmaVersion: 2020, sourceType: 'module' });
  const declared = program.body.flatMap((statement) =>
    statement.type === 'VariableDeclaration'
      ? statement.declarations.flatMap(({ id, init }) =>
          id.type === 'Identifier' && id.name.length > 2 && !isNamed(init) ? [id.name] : [],
        )
      : [],
  );
  const uses = usesIn(program);
  const taken = new Set(uses.map(({ name }) => name));
  const shortNames = new Map<string, string>();
  let number = 0;
  for (const name of declared) {
    let short = shortName(number);
    for (; taken.has(short); short = shortName(number)) number += 1;
    shortNames.set(name, short);
    number += 1;
  }
  let text = '';
  let end = 0;
  for (const { name, start, isShorthand } of uses.sort((one, other) => one.start - other.start)) {
    const short = shortNames.get(name);
    if (short === undefined) continue;
    text += code.slice(end, start) + (isShorthand ? `${name}: ${short}` : short);
    end = start + name.length;
  }
  return text + code.slice(end);
}

/** $a … $Z, $aa … */
function shortName(number: number): string {
  const letter = String.fromCharCode((number % LETTERS < 26 ? 97 : 39) + (number % LETTERS));
  return `${number < LETTERS ? '$' : shortName(Math.floor(number / LETTERS) - 1)}${letter}`;
}

function isNamed(value: Expression | null | undefined): boolean {
  return value === null || value === undefined || NAMED.has(value.type);
}

interface Use {
  readonly name: string;
  readonly start: number;
  /** `{ NAME }`, whose property keeps its name. */
  readonly isShorthand: boolean;
}

/** Where names of variables stand: no names of properties. */
function usesIn(root: Node): Use[] {
  const uses: Use[] = [];
  const visit = (value: unknown, isShorthand: boolean): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, false);
    if (!isNode(value)) return;
    if (value.type === 'Identifier' && 'name' in value && typeof value.name === 'string') {
      uses.push({ name: value.name, start: value.start, isShorthand });
    }
    const isNamed = 'computed' in value && value.computed === false;
    const isShort = 'shorthand' in value && value.shorthand === true;
    for (const [part, child] of Object.entries(value)) {
      // The key of a shorthand property is its value once more.
      if (isNamed && (part === 'key' || part === 'property')) continue;
      visit(child, isShort && part === 'value');
    }
  };
  visit(root, false);
  return uses;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
