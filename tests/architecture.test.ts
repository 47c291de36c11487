import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  clocks,
  codeOf,
  crowdedRooms,
  foreignPackages,
  importCircles,
  importsOf,
  importsOfOtherRooms,
  koreanInDomain,
  namedServices,
  type SourceFile,
  saysWhatItIsFor,
  upwardImports,
  wideComments,
  withoutComments,
} from './architecture.ts';

/** Here a range knows its sheet, a sheet its spreadsheet, and a spreadsheet its ranges, as at Google. */
const SERVICES = 'src/local/host/services/spreadsheet/';

const ROOT = new URL('..', import.meta.url).pathname;

const FILES: readonly SourceFile[] = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  // Leaves out the preview's own packages, if they are installed.
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules'))
  .map((path) => ({
    path: `src/${path.replaceAll('\\', '/')}`,
    text: readFileSync(join(ROOT, 'src', path), 'utf8'),
  }));

describe('the code base', () => {
  it('is read completely', () => {
    expect(FILES.map(({ path }) => path)).toContain('src/domain/date.ts');
    expect(FILES.length).toBeGreaterThan(50);
  });

  it.each([
    { rule: 'imports run downward only', check: upwardImports },
    { rule: 'the rules need no package, and nothing that is pushed needs Node', check: foreignPackages },
    { rule: 'only src/google names an Apps Script service', check: namedServices },
    { rule: 'neither rules nor tabs ask for the time', check: clocks },
    { rule: 'the rules speak no Korean', check: koreanInDomain },
    { rule: 'comments are no wider than code', check: wideComments },
    { rule: 'rooms of src/local import only the rooms that they stand on', check: importsOfOtherRooms },
  ])('$rule', ({ check }) => {
    expect(FILES.flatMap(check)).toEqual([]);
  });

  it('has no circular imports but those of the services, which refer to each other at Google too', () => {
    const circles = importCircles(FILES);
    expect(circles.filter((circle) => !circle.every((path) => path.startsWith(SERVICES)))).toEqual([]);
  });

  it('says at the top of each file what it is for', () => {
    expect(FILES.filter((file) => !saysWhatItIsFor(file)).map(({ path }) => path)).toEqual([]);
  });

  it('has folders of about twenty files at most', () => {
    expect(
      crowdedRooms(
        FILES.map(({ path }) => path),
        22,
      ),
    ).toEqual([]);
  });
});

describe('the check of circular imports', () => {
  const files = (...imports: readonly string[]) =>
    imports.map((line) => {
      const [path = '', ...targets] = line.split(' ');
      return {
        path: `src/domain/${path}.ts`,
        text: targets.map((target) => `import type { A } from './${target}.ts';`).join('\n'),
      };
    });

  it.each([
    { imports: ['a b', 'b c', 'c'], circles: [] },
    { imports: ['a a'], circles: ['a'] },
    { imports: ['a b', 'b a c', 'c'], circles: ['a b'] },
    { imports: ['a b', 'b c', 'c a', 'd a'], circles: ['a b c'] },
    { imports: ['a b', 'b a', 'c d', 'd c b'], circles: ['a b', 'c d'] },
    { imports: ['a b c', 'b d', 'c d', 'd'], circles: [] },
  ])('of $imports finds $circles', ({ imports, circles }) => {
    const found = importCircles(files(...imports));
    expect(found.map((circle) => circle.map((path) => path.slice(11, -3)).join(' '))).toEqual(circles);
  });
});

describe('the check of folder sizes', () => {
  it.each([
    { path: 'src/local/workbook/a.ts', text: "import { b } from '../host/b.ts';", finds: ['../host/b.ts'] },
    { path: 'src/local/workbook/a.ts', text: "import { b } from './b.ts';", finds: [] },
    { path: 'src/local/host/a.ts', text: "import { b } from '../workbook/b.ts';", finds: [] },
    {
      path: 'src/local/host/services/a.ts',
      text: "import { b } from '../../xlsx/b.ts';",
      finds: ['../../xlsx/b.ts'],
    },
    { path: 'src/local/print/a.ts', text: "import { b } from '../failure.ts';", finds: [] },
    { path: 'src/local/commands/a.ts', text: "import { b } from '../host/b.ts';", finds: [] },
    { path: 'src/local/preview/page/a.ts', text: "import { b } from '../messages.ts';", finds: [] },
    {
      path: 'src/local/preview/page/a.ts',
      text: "import { b } from '../session/b.ts';",
      finds: ['../session/b.ts'],
    },
  ])('in $path of $text finds $finds', ({ path, text, finds }) => {
    expect(importsOfOtherRooms({ path, text })).toEqual(
      finds.map((specifier) => `${path} imports ${specifier}`),
    );
  });

  it('counts the files of a folder without those in its subfolders', () => {
    expect(crowdedRooms(['src/a/b.ts', 'src/a/c.ts', 'src/a/d/e.ts'], 1)).toEqual(['src/a holds 2 files']);
  });
});

describe('the check of imports', () => {
  it.each([
    { path: 'src/domain/a.ts', text: "import { b } from './b.ts';", finds: [] },
    { path: 'src/domain/a.ts', text: "import type { B } from '../sheets/b.ts';", finds: ['../sheets/b.ts'] },
    { path: 'src/sheets/input/a.ts', text: "import { b } from '../../domain/b.ts';", finds: [] },
    { path: 'src/sheets/a.ts', text: "import { b } from '../app/b.ts';", finds: ['../app/b.ts'] },
    { path: 'src/app/a.ts', text: "export * from '../google/b.ts';", finds: ['../google/b.ts'] },
    { path: 'src/app/a.ts', text: "import { b } from '../sheets/b.ts';", finds: [] },
    { path: 'src/google/a.ts', text: "import { b } from '../app/b.ts';", finds: [] },
    { path: 'src/google/a.ts', text: "import { b } from '../sidebar/b.ts';", finds: ['../sidebar/b.ts'] },
    { path: 'src/google/a.ts', text: "import '../local/b.ts';", finds: ['../local/b.ts'] },
    { path: 'src/sidebar/a.tsx', text: "import type { B } from '../app/b.ts';", finds: [] },
    { path: 'src/sidebar/a.tsx', text: "import { b } from '../app/b.ts';", finds: ['../app/b.ts'] },
    { path: 'src/local/a.ts', text: "import type { B } from '../google/b.ts';", finds: [] },
    { path: 'src/local/a.ts', text: "import { type B } from '../google/b.ts';", finds: ['../google/b.ts'] },
    { path: 'src/local/a.ts', text: "const b = await import('../app/b.ts');", finds: ['../app/b.ts'] },
    { path: 'src/local/a.ts', text: "import { b } from '../main.ts';", finds: ['../main.ts'] },
    { path: 'src/main.ts', text: "export { b } from './app/b.ts';", finds: [] },
    { path: 'src/main.ts', text: "import { b } from './local/b.ts';", finds: ['./local/b.ts'] },
    { path: 'src/domain/a.ts', text: "import b from '../../tests/b.ts';", finds: ['../../tests/b.ts'] },
  ])('in $path of $text finds $finds', ({ path, text, finds }) => {
    expect(upwardImports({ path, text })).toEqual(finds.map((specifier) => `${path} imports ${specifier}`));
  });

  it('finds a file that belongs to no floor', () => {
    expect(upwardImports({ path: 'src/helpers/a.ts', text: '' })).toEqual([
      'src/helpers/a.ts stands on no floor',
    ]);
  });

  it.each([
    { text: "import a from 'a';", is: [['a', false]] },
    { text: 'import a from "a"', is: [['a', false]] },
    { text: "import {\n  a,\n  b,\n} from './a.ts';", is: [['./a.ts', false]] },
    { text: "import * as a from './a.ts';", is: [['./a.ts', false]] },
    { text: "import './a.ts';", is: [['./a.ts', false]] },
    { text: "import type { A } from './a.ts';", is: [['./a.ts', true]] },
    { text: "export type { A } from './a.ts';", is: [['./a.ts', true]] },
    { text: "export * from './a.ts';", is: [['./a.ts', false]] },
    { text: "export type A = 'x'\nimport { b } from './b.ts'", is: [['./b.ts', false]] },
    {
      text: "import type { A } from './a.ts';\nimport { b } from './b.ts';",
      is: [
        ['./a.ts', true],
        ['./b.ts', false],
      ],
    },
    { text: "const a = require('./a.cjs');", is: [['./a.cjs', false]] },
    { text: "// import a from './a.ts';\n/* import b from './b.ts'; */", is: [] },
    { text: "export const from = './a.ts';", is: [] },
  ])('reads $text', ({ text, is }) => {
    expect(importsOf(text).map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual(is);
  });
});

describe('the check of packages', () => {
  it.each([
    { path: 'src/domain/a.ts', text: "import { distance } from 'fastest-levenshtein';", finds: 1 },
    { path: 'src/sheets/a.ts', text: "import { distance } from 'fastest-levenshtein';", finds: 0 },
    { path: 'src/app/a.ts', text: "import { join } from 'node:path';", finds: 1 },
    { path: 'src/local/a.ts', text: "import { join } from 'node:path';", finds: 0 },
  ])('in $path of $text finds $finds', ({ path, text, finds }) => {
    expect(foreignPackages({ path, text })).toHaveLength(finds);
  });
});

describe('the check of services', () => {
  it.each([
    { path: 'src/app/a.ts', text: 'const book = SpreadsheetApp.getActive();', finds: ['SpreadsheetApp'] },
    { path: 'src/main.ts', text: 'Logger.log(1); Utilities.sleep(1);', finds: ['Logger', 'Utilities'] },
    { path: 'src/sidebar/a.tsx', text: `const x = \`\${Session.getActiveUser()}\`;`, finds: ['Session'] },
    {
      path: 'src/app/a.ts',
      text: 'let book: GoogleAppsScript.Spreadsheet.Spreadsheet;',
      finds: ['GoogleAppsScript'],
    },
    { path: 'src/google/a.ts', text: 'SpreadsheetApp.getActive();', finds: [] },
    { path: 'src/local/a.ts', text: 'createLogger(Logger)', finds: [] },
    { path: 'src/app/a.ts', text: "// SpreadsheetApp\nconst name = 'SpreadsheetApp';", finds: [] },
    { path: 'src/app/a.ts', text: 'ports.Session; SessionPort; mySession;', finds: [] },
  ])('in $path of $text finds $finds', ({ path, text, finds }) => {
    expect(namedServices({ path, text })).toEqual(finds.map((name) => `${path} names ${name}`));
  });
});

describe('the check of clocks', () => {
  it.each([
    { text: 'const now = Date.now();', asks: true },
    { text: 'const now = new Date();', asks: true },
    { text: 'const now = new Date( );', asks: true },
    { text: 'const now = new Date;', asks: true },
    { text: 'const now = Date();', asks: true },
    { text: 'const now = performance.now();', asks: true },
    { text: 'const day = new Date(Date.UTC(2024, 2, 5));', asks: false },
    { text: 'const day = new Date(instant);', asks: false },
    { text: 'const day = isoDate(); const other = dates.Date(1);', asks: false },
    { text: '// Date.now() is never asked', asks: false },
    { text: "const text = 'new Date()';", asks: false },
  ])('of $text: $asks', ({ text, asks }) => {
    expect(clocks({ path: 'src/domain/a.ts', text })).toHaveLength(asks ? 1 : 0);
    expect(clocks({ path: 'src/google/a.ts', text })).toEqual([]);
  });
});

describe('the check of Korean', () => {
  it.each([
    { text: "const status = '완료';", says: ['완료'] },
    { text: `const status = \`\${a} 완료\`;`, says: ['완료'] },
    { text: 'const pattern = /추진중/;', says: ['추진중'] },
    { text: "type Status = '완료' | '보류';", says: ['완료', '보류'] },
    { text: "const dash = 'ㅡ';", says: ['ㅡ'] },
    { text: "// 완료\n/** 보류 */ const a = 'done'; // 추진중", says: [] },
    { text: "const url = 'https://a'; // 완료", says: [] },
    { text: 'const a = b / c; /* 완료 */ const d = e / f;', says: [] },
    { text: 'const quote = /[\'"]/g; // 완료', says: [] },
  ])('of $text finds $says', ({ text, says }) => {
    expect(koreanInDomain({ path: 'src/domain/a.ts', text })).toEqual(
      says.map((korean) => `src/domain/a.ts says ${korean}`),
    );
    expect(koreanInDomain({ path: 'src/sheets/a.ts', text })).toEqual([]);
  });
});

describe('reading a text', () => {
  it.each([
    { text: "a('b // c') // d", code: 'a(        )     ', uncommented: "a('b // c')     " },
    {
      text: `a(\`b \${c(\`d\`)} e\`)`,
      code: `a(\`  \${c(\` \`)}  \`)`,
      uncommented: `a(\`b \${c(\`d\`)} e\`)`,
    },
    {
      text: `a(\`\${{ b: 1 }.b} c\`)`,
      code: `a(\`\${{ b: 1 }.b}  \`)`,
      uncommented: `a(\`\${{ b: 1 }.b} c\`)`,
    },
    { text: 'a.replace(/[/"]/g, b)', code: 'a.replace(       , b)', uncommented: 'a.replace(/[/"]/g, b)' },
    { text: 'a / b / c', code: 'a / b / c', uncommented: 'a / b / c' },
    { text: "it's b // c", code: "it's b     ", uncommented: "it's b     " },
    { text: '/* a\n b */ c', code: '    \n      c', uncommented: '    \n      c' },
  ])('of $text leaves its code', ({ text, code, uncommented }) => {
    expect(codeOf(text)).toBe(code);
    expect(withoutComments(text)).toBe(uncommented);
  });

  it.each(FILES.map(({ path, text }) => ({ path, text })))(
    'keeps every line of $path in its place',
    ({ text }) => {
      expect(
        codeOf(text)
          .split('\n')
          .map((line) => line.length),
      ).toEqual(text.split('\n').map((line) => line.length));
    },
  );
});
