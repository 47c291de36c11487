/**
 * What the READMEs say: their commands run, their links lead somewhere, their names are those of the product.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { addTabsQuestion } from '../src/app/add-tabs.ts';
import { INSTALL_PAGE } from '../src/local/commands/pack.ts';
import type { ResultJson } from '../src/local/commands/result-json.ts';
import { createDocument } from '../src/local/host/host.ts';
import type { MenuEntry } from '../src/local/host/run.ts';
import { newWorkbook } from '../src/local/xlsx/index.ts';
import { pledgeListTab } from '../src/sheets/input/pledges/pledge-list-tab.ts';
import { SETTING_NAMES } from '../src/sheets/input/settings/setting-list.ts';
import * as tabs from '../src/sheets/input/tabs.ts';
import { UNKNOWN_THEN_NAME } from '../src/sheets/names.ts';
import { OUTPUT_TABS, RETIRED_TAB } from '../src/sheets/output/tabs.ts';
import { GUIDE_TAB_NAME } from '../src/sheets/set-up/guide.ts';
import { asked } from './mutation/sample.ts';
import {
  anchorsOf,
  blocksOf,
  commandsInProse,
  commandsOf,
  deadLinksOf,
  excerptsOf,
  koreanNamesOf,
  linesThere,
  pathsOf,
  type Readme,
  shellWords,
  tableRowsOf,
  wordsOf,
} from './readme.ts';
import { endedHere } from './support/command-line.ts';
import { hostOf, officeDocument, sampleDocument } from './support/running.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const FRONT = 'README.md';
const OTHERS = [
  'src/README.md',
  'src/sheets/README.md',
  'tests/README.md',
  'src/local/README.md',
  'src/google/README.md',
];
const READMES: readonly Readme[] = [FRONT, ...OTHERS].map((path) => ({
  path,
  text: readFileSync(join(ROOT, path), 'utf8'),
}));
const readmeAt = (path: string): Readme => {
  const found = READMES.find((readme) => readme.path === path);
  if (found === undefined) throw new Error(`no ${path}`);
  return found;
};

describe('the READMEs', () => {
  it('are all that there are', () => {
    const found = ['src', 'tests']
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
          (path) => `${folder}/${path}`,
        ),
      )
      .filter((path) => path.endsWith('.md') && !path.includes('node_modules'));
    expect(found.sort()).toEqual([...OTHERS].sort());
  });

  it('are short enough to be read', () => {
    const words = (paths: readonly string[]) =>
      paths
        .map(readmeAt)
        .map(wordsOf)
        .reduce((a, b) => a + b);
    expect(words([FRONT]), `words of ${FRONT}`).toBeLessThanOrEqual(1800);
    expect(words(OTHERS), `words of ${OTHERS.join(', ')} together`).toBeLessThanOrEqual(4500);
  });

  it.each(READMES)('$path has links that lead to a file and to a heading', (readme) => {
    expect(deadLinksOf(readme, READMES, ROOT)).toEqual([]);
  });

  it.each(READMES)('$path names files that are there', (readme) => {
    expect(pathsOf(readme).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

const COMMANDS = [...new Set(READMES.flatMap(commandsOf))];
const folder = mkdtempSync(join(tmpdir(), 'readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words after the name of a script, without the first `--`. */
function scriptOf(command: string): { readonly name: string; readonly given: readonly string[] } | null {
  const [program, ...words] = shellWords(command).filter((word) => word !== '--silent');
  if (program !== 'npm') return null;
  const [name = '', ...rest] = words[0] === 'run' ? words.slice(1) : words;
  return { name, given: rest[0] === '--' ? rest.slice(1) : rest };
}

/** Node runs a script of the repository. */
function ended(script: string, given: readonly string[]): Promise<string> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', tsx, join(ROOT, script), ...given],
      { cwd: folder },
      (_, __, stderr) => resolve(stderr),
    );
  });
}

/**
 * What a command says that is given these options, and something more that it refuses after it has read them:
 * nothing is done.
 */
async function refusalOf(name: string, given: readonly string[]): Promise<string> {
  if (name === 'bench') return ended('tests/performance/bench.ts', [...given, '--sizes', '0']);
  if (name === 'host-check') return ended('tests/host/check/cli.ts', [...given, 'more']);
  return (await endedHere(folder, [name, ...given, 'one.xlsx', 'more.xlsx'])).stderr;
}
const READ_THEM = /^npm run bench --|UNEXPECTED_POSITIONAL|^파일은 하나만/;

const SCRIPTS: Readonly<Record<string, string>> = packageJson.scripts;
const ofCli = (name: string) => SCRIPTS[name]?.includes('src/local/cli.ts') === true;
const takesOptions = (name: string) => ofCli(name) || name === 'bench' || name === 'host-check';

describe('a command of the READMEs', () => {
  it('is always shown as code', () => {
    expect(READMES.flatMap(commandsInProse)).toEqual([]);
  });

  it.each(COMMANDS)('is there: %s', async (command) => {
    const script = scriptOf(command);
    const [program, ...words] = shellWords(command);
    if (script !== null) {
      if (script.name !== 'ci') expect(Object.keys(SCRIPTS)).toContain(script.name);
      if (takesOptions(script.name)) {
        expect(await refusalOf(script.name, script.given)).toMatch(READ_THEM);
      } else {
        const { paths } = script.name === 'mutation' ? asked(script.given) : { paths: script.given };
        const named = paths.filter((word) => !existsSync(join(ROOT, word)));
        expect(named).toEqual([]);
      }
      return;
    }
    if (program === 'npx') {
      expect(existsSync(join(ROOT, 'node_modules/.bin', words[0] ?? ''))).toBe(true);
      const paths = words.filter((word) => word.includes('/'));
      expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
      return;
    }
    if (program === 'bash') expect(existsSync(join(ROOT, words[0] ?? ''))).toBe(true);
    else expect(command).toBe('git pull');
  });

  const quick = COMMANDS.map((command) => ({ command, script: scriptOf(command) })).filter(
    ({ script }) => script !== null && ['start', 'recalc'].includes(script.name),
  );

  it.each(quick)('computes: $command', async ({ script }) => {
    writeFileSync(join(folder, 'FILE.xlsx'), await newWorkbook(sampleDocument()));
    const { code, stdout, stderr } = await endedHere(folder, [script?.name ?? '', ...(script?.given ?? [])]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toBe('');
  });

  it('is not taken for one that is there where its option is unknown', async () => {
    expect(await refusalOf('recalc', ['--as-off', '2024-03-31'])).not.toMatch(READ_THEM);
    expect(await refusalOf('bench', ['--size', '1'])).not.toMatch(READ_THEM);
    expect(await refusalOf('host-check', ['--make'])).not.toMatch(READ_THEM);
  });
});

describe('README.md', () => {
  it('says what the sample comes to', async () => {
    const { stdout } = await endedHere(folder, ['recalc', '--as-of', '2024-03-31', '--json']);
    const { meetings, findings } = JSON.parse(stdout) as ResultJson;
    expect(readmeAt(FRONT).text).toContain(
      `이행률 ${meetings?.ratePercent}%, 알림 ${findings.length}건이 나옵니다`,
    );
  });
});

describe('the JSON of src/local/README.md', () => {
  it('has the names and figures of what recalc prints', async () => {
    const [block] = blocksOf(readmeAt('src/local/README.md')).filter(({ language }) => language === 'jsonc');
    const shown: unknown = JSON.parse((block?.lines ?? []).join('\n').replace(/ \/\/ .*$/gm, ''));
    const { stdout } = await endedHere(folder, ['recalc', '--as-of', '2024-03-31', '--json']);
    expect(differences(shown, JSON.parse(stdout), '$')).toEqual([]);
  });

  /**
   * Where something that is shown is not in what is printed. Of a list one entry must be as shown; `…` is any
   * text.
   */
  function differences(shown: unknown, printed: unknown, at: string): readonly string[] {
    if (Array.isArray(shown)) {
      const entries: readonly unknown[] = Array.isArray(printed) ? printed : [];
      return shown.every((one) => entries.some((each) => differences(one, each, at).length === 0))
        ? []
        : [at];
    }
    if (typeof shown === 'object' && shown !== null) {
      const of =
        typeof printed === 'object' && printed !== null ? new Map(Object.entries(printed)) : new Map();
      return Object.entries(shown).flatMap(([name, value]) =>
        of.has(name) ? differences(value, of.get(name), `${at}.${name}`) : [`${at}.${name}`],
      );
    }
    return shown === printed || (shown === '…' && typeof printed === 'string') ? [] : [at];
  }
});

/** The captions of the menu, each with those of the menus that it stands in: `공약장부 → 설정 → 시트 준비`. */
function captionsOf(title: string, entries: readonly MenuEntry[]): readonly string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'separator') return [];
    if (entry.kind === 'item') return [`${title} → ${entry.caption}`];
    const own = `${title} → ${entry.menu.title}`;
    return [own, ...captionsOf(own, entry.menu.entries)];
  });
}

describe('a name in the READMEs', () => {
  /** The menu of a book of one pledge has the sample, that of an office has 이 공약 보기. */
  const captions = [createDocument(), officeDocument()].flatMap((document) => {
    const host = hostOf(document);
    host.execute('onOpen', [], 'open');
    return ['공약장부', ...captionsOf('공약장부', host.menus[0]?.entries ?? [])];
  });
  const ownTabs = [...Object.values(tabs.INPUT_TAB_NAMES), ...Object.values(OUTPUT_TABS), GUIDE_TAB_NAME];
  const columns = [...Object.values(tabs), pledgeListTab].flatMap((tab) =>
    typeof tab === 'object' && 'columns' in tab ? Object.values(tab.columns) : [],
  );
  const sidebar = readdirSync(join(ROOT, 'src/sidebar'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => readFileSync(join(ROOT, 'src/sidebar', path), 'utf8'))
    .join('\n');
  const known = new Set<string>([
    ...ownTabs,
    RETIRED_TAB,
    UNKNOWN_THEN_NAME,
    ...captions.map((caption) => caption.split(' → ').at(-1) ?? ''),
    ...columns.map(({ heading }) => heading),
    tabs.SCHEDULE_NAME_HEADING,
    ...SETTING_NAMES,
    // 1. 실적기록·지표: …
    ...[...addTabsQuestion().matchAll(/^\d\. ([^:]+):/gm)].map(([, name = '']) => name),
  ]);
  /** Menus of Google Sheets and of its consoles. */
  const OF_GOOGLE = ['파일', '확장 프로그램', '배포', '보안'];

  const ofSidebar = new Set(
    [...sidebar.matchAll(/[>'"]\s*([^<>'"]+?)(?=\s*[<'"])/g)].map(([, text = '']) => text),
  );
  const isThere = (parts: readonly string[]) => {
    const [first = '', ...more] = parts;
    const word = parts.join(' → ');
    if (more.length === 0) return known.has(word) || ofSidebar.has(word);
    return (
      OF_GOOGLE.includes(first) ||
      captions.some((caption) => caption === word || caption.endsWith(` → ${word}`))
    );
  };

  it.each(READMES)('$path: is one of the product', (readme) => {
    expect(
      koreanNamesOf(readme)
        .filter((parts) => !isThere(parts))
        .map((parts) => parts.join(' → ')),
    ).toEqual([]);
  });

  it('is not taken for one of the product where it is none', () => {
    expect(
      [['공약명단'], ['설정', '마감 취소'], ['공약장부', '시트 준비'], ['더하기']].filter(isThere),
    ).toEqual([]);
    expect(
      [['공약목록'], ['설정', '탭 더하기'], ['분류에 더하기']].filter((parts) => !isThere(parts)),
    ).toEqual([]);
  });

  it('README.md names every tab and every entry of the menu', () => {
    const named = new Set(koreanNamesOf(readmeAt(FRONT)).flat());
    const entries = captions.map((caption) => caption.split(' → ').at(-1) ?? '');
    expect([...ownTabs, ...entries].filter((name) => !named.has(name))).toEqual([]);
  });

  it('src/google/README.md names the page of a package', () => {
    expect(readmeAt('src/google/README.md').text).toContain(INSTALL_PAGE);
  });

  it('the table of columns is that of the tabs, in their order, a star where one must be there', () => {
    const shown = new Map(
      tableRowsOf(readmeAt('src/sheets/README.md'), 'Input tabs').map(([tab = '', cell = '']) => [
        tab.replaceAll('`', ''),
        cell
          .replace(/ \((?!백만원|원\))[^)]*\)/g, '')
          .split(/[:;]/)[0]
          ?.split(', '),
      ]),
    );
    const defined = [...Object.values(tabs), pledgeListTab].flatMap((tab) =>
      typeof tab === 'object' && 'columns' in tab ? [tab] : [],
    );
    for (const { name, columns: own } of defined) {
      expect(shown.get(name), name).toEqual(
        Object.values(own).map(({ heading, required }) => `${heading}${required === true ? '*' : ''}`),
      );
    }
    expect([...shown.keys()].sort()).toEqual(
      [...defined.map(({ name }) => name), tabs.SCHEDULE_TAB_NAME].sort(),
    );
  });
});

describe('src/README.md', () => {
  const readme = readmeAt('src/README.md');

  it('names every floor', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [`\`src/${entry.name}/\``] : [],
    );
    expect(
      tableRowsOf(readme, 'The floors')
        .map(([, folder]) => folder)
        .sort(),
    ).toEqual(folders.sort());
  });

  it.each(excerptsOf(readme))('shows what stands in $file', (excerpt) => {
    expect(existsSync(join(ROOT, excerpt.file))).toBe(!excerpt.isNew);
    if (excerpt.isNew) return;
    const lines = readFileSync(join(ROOT, excerpt.file), 'utf8').split('\n');
    const there = lines.map((line) => line.trim()).join('\n');
    expect(linesThere(excerpt).filter((line) => !there.includes(line))).toEqual([]);
  });
});

describe('the checks of links, commands and excerpts', () => {
  const readme = (text: string): Readme => ({ path: 'src/README.md', text });

  it.each([
    ['[a](main.ts)', []],
    ['[a](../README.md#설치)', []],
    ['[a](no.ts)', ['no.ts']],
    ['[a](../README.md#없는-곳)', ['../README.md#없는-곳']],
    ['<img src="no.png" alt="">', ['no.png']],
    ['# 1. 한 곳\n[a](#1-한-곳) [b](#1-두-곳)', ['#1-두-곳']],
    ['[a](https://example.com/no)', []],
  ])('of %s finds %j', (text, dead) => {
    expect(deadLinksOf(readme(text), READMES, ROOT)).toEqual(dead);
  });

  it('finds each command, and each that is no code', () => {
    const text = 'run npm test, or `npm run recalc -- --json`\n```sh\nnpm ci && npm start # both\n```\n';
    expect(commandsOf(readme(text))).toEqual(['npm ci', 'npm start', 'npm run recalc -- --json']);
    expect(commandsInProse(readme(text))).toEqual(['npm test']);
    expect(shellWords('npm run create -- --title "1-6 주민자치"').at(-1)).toBe('1-6 주민자치');
  });

  it('finds the lines that must stand in a file, and the headings', () => {
    const text = '## A `b`, c\n```diff\n--- src/main.ts\n-old\n+new\n kept\n--- src/no.ts (new)\n+x\n```\n';
    expect(excerptsOf(readme(text)).map((each) => [each.file, each.isNew, linesThere(each)])).toEqual([
      ['src/main.ts', false, ['old', 'kept']],
      ['src/no.ts', true, []],
    ]);
    expect(anchorsOf(readme(text))).toEqual(['#a-b-c']);
  });
});
