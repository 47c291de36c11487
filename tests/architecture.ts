/** Finds in the text of a file of `src/` what it must not do. */
import { posix } from 'node:path';

export interface SourceFile {
  /** Path from the root of the project: `src/domain/date.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly specifier: string;
  /** True for `import type`, which disappears at run time. `import { type A }` does not. */
  readonly typeOnly: boolean;
}

interface Reach {
  readonly runTime: readonly string[];
  /** Further floors, for `import type` only. */
  readonly typesOnly: readonly string[];
}

/** The floors that each floor may import: its own, and those below. */
const REACH: Readonly<Record<string, Reach>> = {
  domain: { runTime: ['domain'], typesOnly: [] },
  sheets: { runTime: ['domain', 'sheets'], typesOnly: [] },
  app: { runTime: ['domain', 'sheets', 'app'], typesOnly: [] },
  google: { runTime: ['domain', 'sheets', 'app', 'google'], typesOnly: [] },
  sidebar: { runTime: ['domain', 'sheets', 'sidebar'], typesOnly: ['app'] },
  // Runs the built bundle, and so never imports app or google at run time.
  local: { runTime: ['domain', 'sheets', 'local'], typesOnly: ['app', 'google', 'sidebar'] },
  main: { runTime: ['domain', 'sheets', 'app', 'google'], typesOnly: [] },
};

const SERVICES = [
  'SpreadsheetApp',
  'LockService',
  'PropertiesService',
  'ScriptApp',
  'HtmlService',
  'Utilities',
  'Session',
  'CacheService',
  'Logger',
  'GoogleAppsScript',
];
const SERVICE = new RegExp(`(?<![.\\w$])(?:${SERVICES.join('|')})(?![\\w$])`, 'g');
const CLOCK =
  /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?![\w\s(.]))|(?<!new\s+|[.\w$])Date\s*\(|\bperformance\s*\.\s*now\b/g;
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]+/g;

/** The floor of a file: the folder below `src/`, or `main`; null if there is none. */
export function floorOf(path: string): string | null {
  const [root, folder = '', ...rest] = path.split('/');
  if (root !== 'src') return null;
  const floor = rest.length === 0 ? folder.replace(/\.tsx?$/, '') : folder;
  return floor in REACH ? floor : null;
}

/** Imports that do not run downward: `src/domain/a.ts imports ../sheets/b.ts`. */
export function upwardImports({ path, text }: SourceFile): string[] {
  const reach = REACH[floorOf(path) ?? ''];
  if (reach === undefined) return [`${path} stands on no floor`];
  return importsOf(text)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .filter(({ specifier, typeOnly }) => {
      const floor = floorOf(posix.join(posix.dirname(path), specifier)) ?? '';
      return !reach.runTime.includes(floor) && !(typeOnly && reach.typesOnly.includes(floor));
    })
    .map(({ specifier }) => `${path} imports ${specifier}`);
}

/**
 * Files that import each other in a circle, including `import type`. Each circle is one sorted list of paths.
 * For `a → b → a` and `b → c` it is `[['a', 'b']]`.
 */
export function importCircles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const paths = new Set(files.map(({ path }) => path));
  const imported = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => posix.join(posix.dirname(path), specifier))
        .filter((target) => paths.has(target)),
    ]),
  );
  const reached = new Map([...paths].map((path) => [path, reachedFrom(path, imported)]));
  const circles = new Map<string, readonly string[]>();
  for (const path of [...paths].sort()) {
    const circle = [...(reached.get(path) ?? [])].filter((other) => reached.get(other)?.has(path)).sort();
    if (circle.length > 0) circles.set(circle.join(' '), circle);
  }
  return [...circles.values()];
}

/**
 * All files that this one imports, directly or through others. It is among them only if it lies on a circle.
 */
function reachedFrom(path: string, imported: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...(imported.get(path) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(imported.get(next) ?? []));
  }
  return reached;
}

/** The other folders of `src/local` that each of these folders may import. */
const LOCAL_ROOMS: readonly { readonly room: string; readonly mayImport: readonly string[] }[] = [
  { room: 'workbook', mayImport: [] },
  { room: 'host', mayImport: ['workbook'] },
  { room: 'xlsx', mayImport: ['workbook'] },
  { room: 'print', mayImport: ['workbook', 'xlsx'] },
  { room: 'clasp', mayImport: [] },
  // These three share preview/messages.ts, and preview/serve.ts connects them.
  { room: 'preview/page', mayImport: ['workbook', 'host'] },
  { room: 'preview/session', mayImport: ['workbook', 'host', 'xlsx'] },
  { room: 'preview/server', mayImport: ['host'] },
];

/**
 * Imports between folders of `src/local` that are not allowed. For example, the spreadsheet in memory must
 * not know its users. Files in none of these folders, such as `failure.ts`, may be imported by all.
 */
export function importsOfOtherRooms({ path, text }: SourceFile): string[] {
  const own = LOCAL_ROOMS.find(({ room }) => path.startsWith(`src/local/${room}/`));
  if (own === undefined) return [];
  const known = ['commands', ...LOCAL_ROOMS.map(({ room }) => room)];
  return importsOf(text)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .filter(({ specifier }) => {
      const target = posix.join(posix.dirname(path), specifier);
      const room = known.find((name) => target.startsWith(`src/local/${name}/`));
      return room !== undefined && room !== own.room && !own.mayImport.includes(room);
    })
    .map(({ specifier }) => `${path} imports ${specifier}`);
}

/** Whether a file begins with a comment, which says what it is for. */
export function saysWhatItIsFor({ text }: SourceFile): boolean {
  return text.startsWith('/**');
}

/** Folders with too many files to keep in mind: `src/app holds 32 files`. */
export function crowdedRooms(paths: readonly string[], most: number): string[] {
  const rooms = new Map<string, number>();
  for (const path of paths) rooms.set(posix.dirname(path), (rooms.get(posix.dirname(path)) ?? 0) + 1);
  return [...rooms]
    .filter(([, files]) => files > most)
    .map(([room, files]) => `${room} holds ${files} files`);
}

/** Packages where none are allowed: any in the domain, Node's in the pushed script. */
export function foreignPackages({ path, text }: SourceFile): string[] {
  const floor = floorOf(path);
  return importsOf(text)
    .map(({ specifier }) => specifier)
    .filter((specifier) => !specifier.startsWith('.'))
    .filter((specifier) => floor === 'domain' || (floor !== 'local' && specifier.startsWith('node:')))
    .map((specifier) => `${path} imports ${specifier}`);
}

/** Apps Script services used outside `src/google` in the pushed script. */
export function namedServices({ path, text }: SourceFile): string[] {
  const floor = floorOf(path);
  if (floor === 'google' || floor === 'local') return [];
  return (codeOf(text).match(SERVICE) ?? []).map((name) => `${path} names ${name}`);
}

/** Places where the rules or the tabs read the clock. */
export function clocks({ path, text }: SourceFile): string[] {
  if (!['domain', 'sheets'].includes(floorOf(path) ?? '')) return [];
  return (codeOf(text).match(CLOCK) ?? []).map((clock) => `${path} asks ${clock.trim()}`);
}

/** Korean text in the domain, outside comments. */
export function koreanInDomain({ path, text }: SourceFile): string[] {
  if (floorOf(path) !== 'domain') return [];
  return (withoutComments(text).match(HANGUL) ?? []).map((korean) => `${path} says ${korean}`);
}

const STATEMENT =
  /\b(?:import|export)\s+(type\s+(?!from\b))?(?:(?:(?!\b(?:import|export)\b)[^'";])*?\bfrom\s*)?(['"])([^'"\n]+)\2/g;
const CALL = /\b(?:import|require)\s*\(\s*(['"`])([^'"`\n]+)\1/g;

/** Width at which Biome wraps code, and which it does not apply to comments. */
const LINE_WIDTH = 110;

/** The comment lines wider than the formatter's lines. A link cannot be wrapped. */
export function wideComments({ path, text }: SourceFile): string[] {
  return text.split('\n').flatMap((line, index) => {
    const isWide = [...line].length > LINE_WIDTH && /^\s*(?:\/?\*|\/\/)/.test(line) && !line.includes('://');
    return isWide ? [`${path}:${index + 1} is ${[...line].length} wide, above ${LINE_WIDTH}`] : [];
  });
}

/** The imports of a file, including re-exports. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  const statements = [...code.matchAll(STATEMENT)].map(([, type, , specifier = '']) => ({
    specifier,
    typeOnly: type !== undefined,
  }));
  const calls = [...code.matchAll(CALL)].map(([, , specifier = '']) => ({ specifier, typeOnly: false }));
  return [...statements, ...calls];
}

/** The text with every comment blanked out. */
export function withoutComments(text: string): string {
  return piecesOf(text)
    .map(({ kind, text: piece }) => (kind === 'comment' ? blank(piece) : piece))
    .join('');
}

/** The text with every comment, string and regular expression blanked out. The content of `${…}` is code. */
export function codeOf(text: string): string {
  return piecesOf(text)
    .map(({ kind, text: piece }) => (kind === 'code' ? piece : blank(piece)))
    .join('');
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

interface Piece {
  readonly kind: 'code' | 'comment' | 'literal';
  readonly text: string;
}

const LITERALS: readonly { readonly kind: Piece['kind']; readonly pattern: RegExp }[] = [
  { kind: 'comment', pattern: /\/\/[^\n]*/y },
  { kind: 'comment', pattern: /\/\*[\s\S]*?\*\//y },
  { kind: 'literal', pattern: /'(?:[^'\\\n]|\\[\s\S])*'/y },
  { kind: 'literal', pattern: /"(?:[^"\\\n]|\\[\s\S])*"/y },
];
const REGULAR_EXPRESSION = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** After these a slash begins a regular expression. After anything else it divides, or closes a tag. */
const BEFORE_REGULAR_EXPRESSION = /(?:^|[(,=:[!&|?{};+*%~^-]|=>|\b(?:return|typeof|case|in|of))\s*$/;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))+/y;

/** Splits a text into code, comments and literals. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  /**
   * The code since the last literal. `openBraces` holds, for each open `${`, the number of braces open inside
   * it.
   */
  let code = '';
  let at = 0;
  const openBraces: number[] = [];

  const push = (kind: Piece['kind'], piece: string) => {
    if (code !== '') pieces.push({ kind: 'code', text: code });
    code = '';
    pieces.push({ kind, text: piece });
    at += piece.length;
  };
  const matchAt = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  const take = (length: number) => {
    code += text.slice(at, at + length);
    at += length;
  };
  /** Skips from inside a template to its end or to its next `${`. */
  const passTemplate = () => {
    const inside = matchAt(TEMPLATE_TEXT);
    if (inside !== null) push('literal', inside);
    if (text.startsWith('${', at)) openBraces.push(0);
    take(text.startsWith('${', at) ? 2 : 1);
  };

  while (at < text.length) {
    const literal = LITERALS.map(({ kind, pattern }) => ({ kind, found: matchAt(pattern) })).find(
      ({ found }) => found !== null,
    );
    const character = text[at];
    if (literal !== undefined && literal.found !== null) push(literal.kind, literal.found);
    else if (character === '/' && BEFORE_REGULAR_EXPRESSION.test(code === '' ? before(pieces) : code)) {
      const expression = matchAt(REGULAR_EXPRESSION);
      if (expression === null) take(1);
      else push('literal', expression);
    } else if (character === '`') {
      take(1);
      passTemplate();
    } else if (character === '{' || character === '}') {
      const open = openBraces[openBraces.length - 1];
      take(1);
      if (open === undefined) continue;
      if (character === '}' && open === 0) {
        openBraces.pop();
        passTemplate();
      } else openBraces[openBraces.length - 1] = open + (character === '{' ? 1 : -1);
    } else take(1);
  }
  if (code !== '') pieces.push({ kind: 'code', text: code });
  return pieces;
}

/** The last code before a comment; `)` if that is a literal, as a slash then divides. */
function before(pieces: readonly Piece[]): string {
  const last = pieces.filter(({ kind }) => kind !== 'comment').at(-1);
  if (last === undefined) return '';
  return last.kind === 'code' ? last.text : ')';
}
