/**
 * Gives a script's constants names of two or three characters. Functions keep their names, since the log
 * shows them. A constant's name never shows there, and 800 of them take 18 KB.
 */
import { type Expression, type Node, parse } from 'acorn';

/**
 * Values whose names the log shows. A variable declared without a value also keeps its name: it may hold one
 * of these later.
 */
const NAMED: ReadonlySet<string> = new Set([
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassExpression',
]);
const LETTERS = 52;

/** @param code a script in which each top-level name means one thing everywhere, as in a bundle */
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
  /** Written as `{ NAME }`: the property keeps its name. */
  readonly isShorthand: boolean;
}

/** Finds every use of a variable name. Property names are not included. */
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
      // In a shorthand property the key is the same identifier as the value; it is counted once.
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
