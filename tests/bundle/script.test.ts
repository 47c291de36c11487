import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import vm from 'node:vm';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { DIST, ECMA_VERSION, writeDist } from '../../src/local/build.ts';
import { createDocument, type MenuEntry, ServiceError } from '../../src/local/host/host.ts';
import { GLOBALS } from '../../src/local/host/realm/realm.ts';
import { CODE, FUNCTIONS } from '../support/bundle.ts';
import { hostOf } from '../support/running.ts';
import { freeNames, nodesOf } from './syntax.ts';

const ROOT = new URL('../../', import.meta.url);
const MAIN = readFileSync(new URL('src/main.ts', ROOT), 'utf8');

const program = (code: string) => parse(code, { ecmaVersion: 2020, sourceType: 'script' });

/** The services that the three scopes of the manifest allow, and those that need none. */
const SERVICES = [
  ...['CacheService', 'HtmlService', 'LockService', 'Logger', 'PropertiesService', 'ScriptApp', 'Session'],
  ...['SpreadsheetApp', 'Utilities', 'console'],
];
const OTHER_SERVICES = [
  ...['Browser', 'CalendarApp', 'ContentService', 'DocumentApp', 'DriveApp', 'FormApp', 'GmailApp', 'Jdbc'],
  ...['LanguageApp', 'MailApp', 'Maps', 'SlidesApp', 'UrlFetchApp', 'XmlService'],
];

describe('the script that is pushed to Google', () => {
  it('is ECMAScript 2020, as the build promises', () => {
    expect(ECMA_VERSION).toBe(2020);
    expect(() => program(CODE)).not.toThrow();
  });

  it.each([
    'class A { #secret = 1 }',
    'class A { static shared = 1 }',
    'class A { field = 1 }',
    'let a; a ??= 1',
    'await 1',
    'export const a = 1',
    'const a = 1_000',
    '/(?<year>a)(?<year>b)/',
  ])('%s would be refused there, and by the parser that accepted the script', (newer) => {
    expect(() => program(newer)).toThrow(SyntaxError);
  });

  it('declares the functions that main.ts exports at its top level, and no other function', () => {
    const exported = [...MAIN.matchAll(/^export function (\w+)\(/gm)].map(([, name]) => name);
    const exports = MAIN.match(/^export\b/gm) ?? [];
    const declared = program(CODE).body.flatMap((node) =>
      node.type === 'FunctionDeclaration' ? [node.id.name] : [],
    );
    expect(exports).toHaveLength(exported.length);
    expect(declared.toSorted()).toEqual(exported.toSorted());
    expect([...FUNCTIONS].toSorted()).toEqual(declared.toSorted());
  });

  it('has nothing at its top level but these functions, one variable and "use strict"', () => {
    const others = program(CODE).body.filter(({ type }) => type !== 'FunctionDeclaration');
    expect(others).toMatchObject([
      { type: 'ExpressionStatement', directive: 'use strict' },
      { type: 'VariableDeclaration', kind: 'var', declarations: { length: 1 } },
    ]);
  });

  // Every execution at Google loads it anew. It may grow by what it learns to do: whoever raises this
  // has looked at what that is.
  it('is of at most 650 KB', () => {
    expect(Buffer.byteLength(CODE)).toBeLessThan(650 * 1024);
  });

  it.each(['recalculate', 'readRecords', 'meetingReport'])(
    'calls %s by its own name, as the log will show it',
    (name) => {
      expect(CODE).toContain(`function ${name}(`);
    },
  );

  it('asks for the current document only', () => {
    expect(CODE.split('\n')[0]).toBe('/** @OnlyCurrentDoc */');
  });

  it('uses only the language and the services that its scopes allow', () => {
    const unknown = [...freeNames(program(CODE))].filter(
      (name) => !GLOBALS.has(name) && !SERVICES.includes(name) && name !== 'arguments',
    );
    expect(unknown).toEqual([]);
  });

  it('would be caught using a timer', () => {
    expect([
      ...freeNames(program('function f(a) { const { b } = a; setTimeout(() => b.fetch, a); }')),
    ]).toEqual(['setTimeout']);
  });

  it('has no regular expression with \\p{…}, which esbuild does not lower', () => {
    const texts = [...nodesOf(program(CODE))].flatMap((node) => {
      if (node.type === 'TemplateElement' && 'value' in node) return [JSON.stringify(node.value)];
      return node.type === 'Literal' && 'raw' in node ? [String(node.raw)] : [];
    });
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => /\\p\{/i.test(text))).toEqual([]);
  });
});

describe('loading the script', () => {
  const throwing = (name: string): object => {
    const refuse = () => {
      throw new Error(`${name} was used while the script loads`);
    };
    return new Proxy(function service() {}, { get: refuse, has: refuse, apply: refuse, construct: refuse });
  };
  const load = (code: string) =>
    vm.runInNewContext(
      code,
      Object.fromEntries([...SERVICES, ...OTHER_SERVICES].map((name) => [name, throwing(name)])),
    );

  it('calls no service', () => {
    expect(() => load(CODE)).not.toThrow();
    expect(() => load(`${CODE}\nSpreadsheetApp.getActive();`)).toThrow('SpreadsheetApp was used');
  });

  it('works when the spreadsheet is opened, where hardly anything is allowed', () => {
    const { error, calls } = hostOf(createDocument()).execute('onOpen', undefined, 'open');
    expect(error).toBeNull();
    expect(Object.keys(calls.byName).toSorted()).toEqual([
      'Menu.addItem',
      'Menu.addSeparator',
      'Menu.addSubMenu',
      'Menu.addToUi',
      'Sheet.getName',
      'Spreadsheet.getSheets',
      'SpreadsheetApp.getActive',
      'SpreadsheetApp.getUi',
      'Ui.createMenu',
    ]);
  });

  it('has its menu even if reading the tabs is not allowed', () => {
    const host = hostOf(createDocument(), {
      onCall: (_, name) => {
        if (name === 'SpreadsheetApp.getActive') throw new ServiceError('You do not have permission');
      },
    });
    expect(host.execute('onOpen', undefined, 'open').error).toBeNull();
    expect(host.menus).toHaveLength(1);
  });
});

/** The entries of a menu and its submenus, one line each. */
function linesOf(entries: readonly MenuEntry[], above = ''): string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'separator') return [`${above}—`];
    if (entry.kind === 'menu') return linesOf(entry.menu.entries, `${above}${entry.menu.title} / `);
    return [`${above}${entry.caption} → ${entry.functionName}`];
  });
}

describe('the menu', () => {
  it.each(['onOpen', 'onInstall'])(
    '%s adds 공약장부 to the menu bar, and every entry runs a function',
    (name) => {
      const host = hostOf(createDocument());
      expect(host.execute(name, undefined, 'open').error).toBeNull();
      const [menu] = host.menus;
      expect(menu).toMatchObject({ title: '공약장부', addon: false });
      const entries = linesOf(menu?.entries ?? []);
      expect(entries).toEqual([
        '사이드바 열기 → showSidebar',
        '전체 다시 계산 → recalculateAll',
        '이 숫자의 근거 보기 → showSelectedTrace',
        '—',
        '기준일을 정해 보고서 만들기 → askForReport',
        '지난달과 비교 → askForComparison',
        '지난달 마감하기 → askForClosing',
        '마감 취소 → askForUndo',
        '하나만 다시 계산 / 소통 누적 다시 계산 → recalculateMeetings',
        '하나만 다시 계산 / 건의사항 현황 다시 계산 → recalculateSuggestions',
        '하나만 다시 계산 / 예산 집행 다시 계산 → recalculateBudget',
        '—',
        '설정 / 시트 준비 → askForSetUp',
        '설정 / 탭 더하기 → askForTabs',
        '설정 / 예시 데이터로 채우기·지우기 → askForSample',
        '설정 / 이 기록으로 이어가기 → askToContinueRecords',
        '설정 / —',
        '설정 / 매월 자동 계산 → askForMonthlyRun',
        '공약장부 정보 → showAbout',
      ]);
      expect(entries.filter((entry) => entry.includes('→')).length).toBeLessThanOrEqual(16);
      const called = entries.flatMap((entry) => entry.split(' → ').slice(1));
      expect(called.filter((name) => !host.functions.includes(name))).toEqual([]);
    },
  );

  it("of an office's book has 16 entries too: 이 공약 보기 instead of the sample of one pledge", () => {
    const host = hostOf(createDocument({ sheets: ['공약목록'] }));
    expect(host.execute('onOpen', undefined, 'open').error).toBeNull();
    const entries = linesOf(host.menus[0]?.entries ?? []).filter((entry) => entry.includes('→'));
    expect(entries).toHaveLength(16);
    expect(entries).toContain('이 공약 보기 → lookAtSelectedPledge');
    expect(entries.filter((entry) => entry.includes('예시'))).toEqual([]);
  });
});

describe('what clasp gets', () => {
  it('a manifest with the least permissions that do the work', async () => {
    await writeDist();
    expect(JSON.parse(readFileSync(new URL('appsscript.json', DIST), 'utf8'))).toEqual({
      timeZone: 'Asia/Seoul',
      dependencies: {},
      exceptionLogging: 'STACKDRIVER',
      runtimeVersion: 'V8',
      oauthScopes: [
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/script.container.ui',
        'https://www.googleapis.com/auth/script.scriptapp',
      ],
    });
  });

  it('the script, the sidebar and the manifest, and no other file', async () => {
    await writeDist();
    const folder = mkdtempSync(join(tmpdir(), 'clasp-'));
    try {
      // Projects that push have the id of their script here; clasp does not start without one.
      const settings = JSON.parse(readFileSync(new URL('.clasp.json', ROOT), 'utf8'));
      writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ ...settings, scriptId: 'made-up' }));
      cpSync(DIST, join(folder, 'dist'), { recursive: true });
      const clasp = fileURLToPath(new URL('node_modules/@google/clasp/build/src/index.js', ROOT));
      const { stdout } = await promisify(execFile)(process.execPath, [clasp, 'show-file-status', '--json'], {
        cwd: folder,
        env: { ...process.env, HOME: folder },
      });
      const { filesToPush, untrackedFiles } = JSON.parse(stdout);
      expect(filesToPush.toSorted()).toEqual([
        'dist/Code.js',
        'dist/Notices.html',
        'dist/Sidebar.html',
        'dist/appsscript.json',
      ]);
      expect(untrackedFiles).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
