/** What the READMEs are made of: their commands, links, code and names. */
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A README with its place in the repository: `src/local/README.md`. */
export interface Readme {
  readonly path: string;
  readonly text: string;
}

/** A block of code, with the lines between its fences. */
interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

/** A piece of a file as a README shows it. */
export interface Excerpt {
  /** `src/main.ts`. */
  readonly file: string;
  /** Whether a recipe makes the file. */
  readonly isNew: boolean;
  readonly lines: readonly string[];
}

const FENCED = /^```(\w*)\n([\s\S]*?)^```$/gm;
const INLINE = /`([^`\n]+)`/g;

export function blocksOf({ text }: Readme): readonly Block[] {
  return [...text.matchAll(FENCED)].map(([, language = '', lines = '']) => ({
    language,
    lines: lines.trimEnd().split('\n'),
  }));
}

/** The text outside of blocks of code. */
function proseOf({ text }: Readme): string {
  return text.replace(FENCED, '');
}

/** What stands between backticks. */
export function codeWordsOf(readme: Readme): readonly string[] {
  return [...proseOf(readme).matchAll(INLINE)].map(([, word = '']) => word);
}

/** Words as `wc -w` counts them. */
export function wordsOf({ text }: Readme): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

const COMMAND = /^(npm|npx|bash|node|git) /;

/** Every command that is shown, each by itself: `npm ci && npm start   # 1 minute` is two. */
export function commandsOf(readme: Readme): readonly string[] {
  const lines = blocksOf(readme).flatMap(({ language, lines: own }) => (language === 'sh' ? own : []));
  return [...lines, ...codeWordsOf(readme)]
    .flatMap((line) => line.replace(/\s+#\s.*$/, '').split('&&'))
    .map((command) => command.trim())
    .filter((command) => COMMAND.test(command));
}

/** The names of commands that stand outside of code, where no check would find their options. */
export function commandsInProse(readme: Readme): readonly string[] {
  return (
    proseOf(readme)
      .replace(INLINE, '')
      .match(/\bnp[mx] \w+|bash \.\S+/g) ?? []
  );
}

/** `--title "1-6 주민자치"` as two words. */
export function shellWords(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)].map(
    ([all, double, single]) => double ?? single ?? all,
  );
}

/** The targets of links and pictures. */
export function linksOf(readme: Readme): readonly string[] {
  const prose = proseOf(readme).replace(INLINE, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)|<img[^>]* src="([^"]+)"/g)].map(
    ([, link, picture]) => link ?? picture ?? '',
  );
}

/** `#1-붙여-넣기` of `## 1. 붙여 넣기`, as GitHub makes it. */
export function anchorsOf(readme: Readme): readonly string[] {
  return [...proseOf(readme).matchAll(/^#{1,6} (.+)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
        .replaceAll(' ', '-')}`,
  );
}

/** The links of a README that lead nowhere. @param readmes all of them, for the headings of the others */
export function deadLinksOf(readme: Readme, readmes: readonly Readme[], root: string): readonly string[] {
  return linksOf(readme).filter((link) => {
    if (/^https:\/\//.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? readme.path : normalize(join(dirname(readme.path), path));
    if (!existsSync(join(root, target))) return true;
    const page = target === readme.path ? readme : readmes.find((each) => each.path === target);
    return anchor !== undefined && (page === undefined || !anchorsOf(page).includes(`#${anchor}`));
  });
}

/** The code of a walk (`// src/main.ts` above it) and of recipes (`--- src/main.ts`), a file each. */
export function excerptsOf(readme: Readme): readonly Excerpt[] {
  return blocksOf(readme)
    .filter(({ language }) => language === 'ts' || language === 'diff')
    .flatMap(({ lines }) => {
      const excerpts: { file: string; isNew: boolean; lines: string[] }[] = [];
      for (const line of lines) {
        const [, file, isNew] = /^(?:\/\/|---) (\S+)( \(new\))?/.exec(line) ?? [];
        if (file === undefined) excerpts.at(-1)?.lines.push(line);
        else excerpts.push({ file, isNew: isNew !== undefined, lines: [] });
      }
      return excerpts;
    });
}

/**
 * The lines of an excerpt that must stand in the file today: those of a walk, and those that a recipe takes
 * away or leaves.
 */
export function linesThere({ lines }: Excerpt): readonly string[] {
  return lines.filter((line) => !line.startsWith('+')).map((line) => line.replace(/^-/, '').trim());
}

/** The paths that a README names: `src/app/ports.ts`. */
export function pathsOf(readme: Readme): readonly string[] {
  const named = codeWordsOf(readme).filter((word) => /^(src|tests)\/\S*$/.test(word));
  return [...named, ...excerptsOf(readme).flatMap(({ file, isNew }) => (isNew ? [] : [file]))];
}

/** The Korean names between backticks, `설정 → 시트 준비` as its parts; neither commands nor files. */
export function koreanNamesOf(readme: Readme): readonly (readonly string[])[] {
  return codeWordsOf(readme)
    .filter((word) => /\p{Script=Hangul}/u.test(word) && !COMMAND.test(word) && !/[/.]/.test(word))
    .map((word) => word.split(' → '));
}

/** The rows of the tables below a heading, a cell each. */
export function tableRowsOf({ text }: Readme, heading: string): readonly (readonly string[])[] {
  const [, below = ''] = text.split(new RegExp(`^## ${heading}$`, 'm'));
  const [section = ''] = below.split(/^## /m);
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim()),
  );
}
