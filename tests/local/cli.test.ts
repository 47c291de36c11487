import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultJson } from '../../src/local/commands/result-json.ts';
import type { DocumentState } from '../../src/local/host/host.ts';
import { newWorkbook, openWorkbook } from '../../src/local/xlsx/index.ts';
import { ended, endedHere, endedUnread } from '../support/command-line.ts';
import { RESULT_TABS, RUN_LOG, recalculated, sampleDocument } from '../support/running.ts';
import { LEDGER, ledger, sheetNamed, withoutHeading, workbook } from '../support/workbooks.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledge-ledger-cli-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command in the temporary folder. */
const run = (...given: readonly string[]) => endedHere(folder, given);

async function resultOf(...given: readonly string[]): Promise<ResultJson> {
  const { code, stdout, stderr } = await run(...given);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

async function file(name: string, content: DocumentState | Uint8Array | string): Promise<string> {
  const bytes =
    typeof content === 'string' || ArrayBuffer.isView(content) ? content : await newWorkbook(content);
  writeFileSync(join(folder, name), bytes);
  return name;
}

const reopened = async (name: string) =>
  (await openWorkbook(readFileSync(join(folder, name)), name)).document;

/** The shape of a value: names and types, and of a list only the first item. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shapeOf(item)]));
}

describe('formulas of the file', () => {
  /** The ledger with a formula without a result in the number of meetings of its first row. */
  function withFormula(formula: string): DocumentState {
    const document = ledger();
    const meetings = sheetNamed(document, '소통기록');
    const column = (meetings.values[0]?.indexOf('횟수') ?? -1) + 1;
    const [, row = []] = meetings.values;
    row[column - 1] = null;
    meetings.formulas.set(`2,${column}`, formula);
    return document;
  }

  it('that only another program computes stop no run: the cell is named, and 점검 has it', async () => {
    const name = await file('식.xlsx', withFormula('=VLOOKUP(1,K:K,1)'));
    const { code, stdout, stderr } = await run('recalc', name, '--as-of', '2024-03-31', '--json');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^'식\.xlsx' 파일의 소통기록!\w+에는 수식의 결과가 저장되어 있지 않아 #N\/A로 읽습니다\. [^\n]+\n$/,
    );
    const { findings }: ResultJson = JSON.parse(stdout);
    expect(findings).toContainEqual(expect.objectContaining({ tab: '소통기록', found: '#N/A' }));
  });

  it('that are computed here need no result in the file', async () => {
    const name = await file('합.xlsx', withFormula('=SUM(1,1)'));
    const plain = await resultOf('recalc', name, '--as-of', '2024-03-31', '--json');
    expect(plain.findings).not.toContainEqual(
      expect.objectContaining({ tab: '소통기록', severity: 'error' }),
    );
  });
});

describe('recalc --json', () => {
  it('prints only one JSON object, with the names that scripts rely on', async () => {
    const json = await resultOf('recalc', '--as-of', '2024-03-31', '--json');
    expect(shapeOf(json)).toMatchObject({
      asOf: 'string',
      meetings: {
        cumulative: 'number',
        target: 'number',
        ratePercent: 'number',
        years: [
          {
            year: 'number',
            planned: 'number',
            plannedPercent: 'number',
            held: 'number',
            cumulative: 'number',
            percent: 'number',
          },
        ],
        categories: [{ year: 'number', category: 'string', held: null }],
      },
      suggestions: {
        total: 'number',
        sources: [{ source: 'string', total: 'number', statuses: {}, noStatus: 'number' }],
      },
      budget: {
        plannedWon: 'number',
        executedWon: 'number',
        ratePercent: 'number',
        years: [{ year: 'number', fundingSource: 'string', plannedWon: 'number', executedWon: 'number' }],
      },
      rows: {
        소통기록: {
          read: 'number',
          counted: 'number',
          afterAsOf: 'number',
          excluded: 'number',
          skipped: 'number',
        },
      },
      findings: [
        {
          severity: 'string',
          code: 'string',
          tab: 'string',
          cell: 'string',
          found: 'string',
          message: 'string',
        },
      ],
      tabs: {
        요약: [['string']],
        소통누적: [['string']],
        건의현황: [['string']],
        예산현황: [['string']],
        점검: [['string']],
      },
    });
    expect(json).toMatchObject({
      asOf: '2024-03-31',
      meetings: { cumulative: 108, target: 200, ratePercent: 54 },
      suggestions: { total: 606 },
      budget: { plannedWon: 27_000_000, executedWon: 5_700_000, ratePercent: 21.1 },
    });
    expect(json.meetings?.years.find(({ year }) => year === 2025)).toMatchObject({
      cumulative: null,
      percent: null,
    });
  });

  it('gives the same result for the sample and for the file that it is written to', async () => {
    const inMemory = await resultOf(
      'recalc',
      '--as-of',
      '2023-12-31',
      '--json',
      '--out',
      'new/folder/sample.xlsx',
    );
    const again = await resultOf('recalc', 'new/folder/sample.xlsx', '--as-of', '2023-12-31', '--json');
    expect(again).toEqual(inMemory);
    expect(again.findings.filter(({ code }) => code === 'output-tab-not-ours')).toEqual([]);
  });

  it('uses the date in the settings if none is given', async () => {
    const name = await file('as-of.xlsx', ledger());
    expect((await resultOf('recalc', name, '--json')).asOf).toBe('2024-03-31');
  });

  it('ends with 0 whatever is wrong in the rows, and reports it', async () => {
    const name = await file(
      'bad-rows.xlsx',
      ledger({ 소통기록: '일자 | 분류\n모름 | 시장방문\n2024. 3. 5. | 시장방문' }),
    );
    const { meetings, findings, rows } = await resultOf('recalc', name, '--json');
    expect(meetings?.cumulative).toBe(1);
    expect(rows.소통기록).toMatchObject({ read: 2, counted: 1, excluded: 1 });
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        code: 'not-a-date',
        tab: '소통기록',
        cell: 'A2',
        found: '모름',
      }),
    );
  });
});

describe('recalc without --json', () => {
  it('prints the figures for a person', async () => {
    const { code, stdout, stderr } = await run('recalc', '--as-of', '2023-12-31');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('기준일 2023-12-31\n소통 91회 / 200회 = 45 %');
    expect(stdout).toContain('예산 5.7/27백만원 = 21.1 %');
    expect(stdout).toContain('결과 탭의 표까지 보려면: npm run recalc -- [IN.xlsx] --all');
  });

  it('prints the result tabs with --all', async () => {
    const { stdout } = await run('recalc', '--as-of', '2023-12-31', '--all');
    for (const tab of ['소통누적', '건의현황', '예산현황']) expect(stdout).toContain(`\n\n${tab}\n기준일`);
    expect(stdout).toContain('\n먼저 볼 것');
    expect(stdout).toMatch(/\n서비스 호출 \d+번/);
  });
});

describe('--out', () => {
  it('keeps every other tab of the opened file, and the opened file as it was', async () => {
    const name = await file('in.xlsx', ledger({ 메모: '남의 글 | =SUM(소통기록!D2:D4) → 5 | [2024-03-05]' }));
    const before = readFileSync(join(folder, name));
    const original = await reopened(name);
    await resultOf('recalc', name, '--json', '--out', 'out.xlsx');
    expect(readFileSync(join(folder, name)).equals(before)).toBe(true);
    const written = await reopened('out.xlsx');
    for (const { name: tab } of original.sheets) {
      const { values, formulas, styles } = sheetNamed(original, tab);
      expect(sheetNamed(written, tab), tab).toMatchObject({ values, formulas, styles });
    }
    expect(written.sheets.map((sheet) => sheet.name)).toEqual([
      ...original.sheets.map((sheet) => sheet.name),
      ...RESULT_TABS,
      RUN_LOG,
      '처리이력',
    ]);
  });

  it('writes the same as the bundle in memory', async () => {
    const document = sampleDocument();
    recalculated(document, '2024-03-31');
    await resultOf('recalc', '--as-of', '2024-03-31', '--json', '--out', 'sample.xlsx');
    const written = await reopened('sample.xlsx');
    for (const tab of ['요약', '소통누적', '건의현황', '예산현황', '점검']) {
      const { values, formulas } = sheetNamed(document, tab);
      const shown = (rows: typeof values) =>
        rows.map((row) =>
          row
            .map((cell) => cell ?? '')
            .join('|')
            .replace(/\|+$/, ''),
        );
      expect(shown(sheetNamed(written, tab).values), tab).toEqual(
        shown(values).slice(0, sheetNamed(written, tab).values.length),
      );
      // A link to a cell of another tab is a formula in Sheets, and a hyperlink in a file.
      const links = [...formulas.values()].filter((formula) => formula.startsWith('=HYPERLINK('));
      expect(sheetNamed(written, tab).links?.size ?? 0, tab).toBe(links.length);
    }
  });

  it.each([
    ['below a file', 'a-file/out.xlsx', '그 가운데 폴더가 아닌 것이 있습니다. 폴더 이름을 확인해 주세요.'],
    ['a folder', 'a-folder.xlsx', '폴더입니다. 파일 이름까지 적어 주세요.'],
  ])('says so if it cannot write: %s', async (_, out, says) => {
    writeFileSync(join(folder, 'a-file'), '');
    mkdirSync(join(folder, 'a-folder.xlsx'), { recursive: true });
    const { code, stdout, stderr } = await run('recalc', '--json', '--out', out);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`'${out}'에 쓸 수 없습니다. ${says}\n`);
  });

  it.each([
    ['recalc', 'given.xlsx'],
    ['recalc', './given.xlsx'],
    ['recalc', 'linked.xlsx'],
    ['report', 'given.xlsx'],
  ])('of %s is never the given file: %s', async (command, out) => {
    await file('given.xlsx', ledger());
    rmSync(join(folder, 'linked.xlsx'), { force: true });
    linkSync(join(folder, 'given.xlsx'), join(folder, 'linked.xlsx'));
    const before = readFileSync(join(folder, 'given.xlsx'));
    const { code, stdout, stderr } = await run(command, 'given.xlsx', '--out', out);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`'${out}'에 쓸 수 없습니다. 읽는 파일입니다. --out에 다른 이름을 적어 주세요.\n`);
    expect(readFileSync(join(folder, 'given.xlsx')).equals(before)).toBe(true);
  });

  it.each(['out.pdf', 'out.csv', 'out', ''])('of recalc is an xlsx file, not %j', async (out) => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await run('recalc', '--out', out);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`'${out}'에는 쓸 수 없습니다. --out OUT.xlsx처럼 적어 주세요.\n`);
    expect(readdirSync(folder)).toEqual(before);
  });
});

const REQUIRED = {
  공약: ['항목', '값'],
  연차목표: ['연도', '누적목표'],
  소통기록: ['일자', '분류'],
  건의사항: ['접수일', '출처'],
  예산계획: ['연도', '재원', '금액(백만원)'],
  예산집행: ['집행일', '재원', '금액(원)'],
} as const satisfies Record<keyof typeof LEDGER, readonly string[]>;

const tabs = Object.keys(REQUIRED) as (keyof typeof REQUIRED)[];

const MISSING = [
  ...tabs.map((tab) => ({ tab, heading: '', says: `${tab} 탭: '${tab}' 탭이 없어` })),
  ...tabs.flatMap((tab) =>
    REQUIRED[tab].map((heading) => ({ tab, heading, says: `${tab} 탭 .*: '${heading}' 제목이 없어` })),
  ),
];

interface Refusal {
  readonly what: string;
  readonly given: () => readonly string[] | Promise<readonly string[]>;
  readonly says: RegExp;
}

const REFUSALS: readonly Refusal[] = [
  {
    what: 'a file that is not there',
    given: () => ['없는 파일.xlsx'],
    says: /'없는 파일\.xlsx' 파일을 찾을 수 없습니다/,
  },
  {
    what: 'a folder',
    given: () => {
      mkdirSync(join(folder, '폴더.xlsx'), { recursive: true });
      return ['폴더.xlsx'];
    },
    says: /'폴더\.xlsx'.*폴더/,
  },
  {
    what: 'a text',
    given: async () => [await file('글.xlsx', '공약장부\n')],
    says: /xlsx 형식의 통합 문서가 아니어서/,
  },
  {
    what: 'a csv file',
    given: async () => [await file('표.csv', '일자,분류\n2024-03-05,시장방문\n')],
    says: /'표\.csv'.*xlsx 형식의/,
  },
  {
    what: 'a picture',
    given: async () => [await file('그림.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
    says: /xlsx 형식의 통합 문서가 아니어서/,
  },
  {
    what: 'a workbook of Excel 97',
    given: async () => [
      await file('옛.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])),
    ],
    says: /xlsx 형식의 통합 문서가 아니어서/,
  },
  {
    what: 'a workbook with a password',
    given: async () => {
      const sheets = [{ name: '공약', rows: [['항목', '값']] }];
      return [
        await file(
          '암호.xlsx',
          await writeXlsx({ sheets, encryption: { password: '비밀', spinCount: 1000 } }),
        ),
      ];
    },
    says: /'암호\.xlsx' 파일에 암호가 걸려 있어/,
  },
  {
    what: 'half a workbook',
    given: async () => [await file('반쪽.xlsx', (await newWorkbook(ledger())).subarray(0, 1500))],
    says: /'반쪽\.xlsx' 파일이 손상되어/,
  },
  {
    what: 'a file without a byte',
    given: async () => [await file('빈.xlsx', '')],
    says: /'빈\.xlsx' 파일에 아무것도 들어 있지 않습니다/,
  },
  {
    what: 'a stray cell far out in a log',
    given: async () => {
      const far = ledger();
      const log = sheetNamed(far, '소통기록');
      log.maxRows = 1_048_576;
      log.maxColumns = 16_384;
      const row: (string | null)[] = Array(16_384).fill(null);
      row[16_383] = '글';
      while (log.values.length < 1_048_575) log.values.push([]);
      log.values.push(row);
      const name = await file('먼 칸.xlsx', far);
      return [name];
    },
    says: /'먼 칸\.xlsx' 파일의 소통기록 탭이 XFD1048576 칸까지 쓰여 있어 빈칸까지 모두 17,1\d\d,\d{3},\d{3}칸입니다/,
  },
  {
    what: 'a time zone that there is not',
    given: async () => [await file('시간대.xlsx', { ...ledger(), timeZone: 'Mars/Olympus' })],
    says: /'시간대\.xlsx' 파일에 공약장부가 적어 둔 설정/,
  },
  {
    what: 'a workbook of something else',
    given: async () => [await file('남.xlsx', workbook({ 시트1: '이름 | 전화' }))],
    says: /적는 탭\(공약, .*예산집행\)이 하나도 없습니다\./,
  },
  ...MISSING.map(({ tab, heading, says }) => ({
    what: `no ${heading === '' ? 'tab' : `${heading} in`} ${tab}`,
    given: async () => {
      const changed = heading === '' ? null : withoutHeading(LEDGER[tab], heading);
      return [await file('missing.xlsx', ledger({ [tab]: changed }))];
    },
    says: new RegExp(`^${says.replace(/[()]/g, '\\$&')}`),
  })),
  {
    what: 'a 기준일 in the settings that is none',
    given: async () => [
      await file('기준일.xlsx', ledger({ 공약: LEDGER.공약.replace('2024. 3. 31.', '작년 말') })),
    ],
    says: /^공약 탭 B7: '작년 말'/,
  },
  {
    what: 'a date that is none',
    given: () => ['--as-of', '2024-02-30'],
    says: /^기준일 '2024-02-30'은\(는\) 날짜가 아닙니다/,
  },
  {
    what: 'a date in another form',
    given: () => ['--as-of', '2024. 3. 31.'],
    says: /^기준일 '2024\. 3\. 31\.'은\(는\) 날짜가 아닙니다/,
  },
  { what: '--as-of without a date', given: () => ['--as-of'], says: /--as-of/ },
  { what: '--as-of before another option', given: () => ['--as-of', '--json'], says: /--as-of/ },
  { what: 'a trace of no tab', given: () => ['--trace', 'C5'], says: /'C5'.*--trace '소통누적!C5'처럼/ },
  { what: '--out without a file', given: () => ['--out'], says: /--out/ },
  { what: 'an option that there is not', given: () => ['--asof', '2024-03-31'], says: /--asof/ },
  { what: 'a value for an option without any', given: () => ['--json=yes'], says: /--json/ },
  {
    what: 'a sample that there is not',
    given: () => ['--sample', 'bridge'],
    says: /^'bridge'.*--sample 뒤에는 meetings, facility, office 가운데/,
  },
  {
    what: 'a sample beside a file',
    given: () => ['--sample', 'facility', 'a.xlsx'],
    says: /^파일과 --sample은 함께/,
  },
  { what: '--sample without a name', given: () => ['--sample'], says: /--sample/ },
  { what: 'two files', given: () => ['a.xlsx', 'b.xlsx'], says: /하나만/ },
];

/** One line of Korean that begins with the problem and ends like a sentence. */
const ONE_SENTENCE = /^[^\n]*[가-힣][^\n]*[.)]\n$/;

describe('a command that cannot be done', () => {
  it.each(REFUSALS)('$what: ends with 2 and one clear line, and writes nothing', async ({ given, says }) => {
    const arguments_ = await given();
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await run('recalc', ...arguments_, '--json', '--out=never.xlsx');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(ONE_SENTENCE);
    expect(readdirSync(folder)).toEqual(before);
  });

  it.each([[[]], [['compute']]])('%j: explains the usage for a missing or unknown command', async (given) => {
    const { code, stdout, stderr } = await run(...given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('npm run recalc -- [IN.xlsx | --sample facility|office] [--as-of YYYY-MM-DD]');
  });

  it.each([[['--as-of', '2023-12-31']], [['--json']], [['--out', 'a.xlsx']]])(
    'start %j: refuses the unknown option',
    async (given) => {
      const { code, stdout, stderr } = await run('start', ...given);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(ONE_SENTENCE);
    },
  );
});

describe('a workbook with 200,000 marks of its own', () => {
  it('is computed', async () => {
    const marked = ledger();
    for (let id = 1; id <= 200_000; id += 1) {
      sheetNamed(marked, '소통기록').metadata.push({ id, key: 'k', value: null, visibility: 'DOCUMENT' });
    }
    const result = await resultOf('recalc', await file('표시.xlsx', marked), '--json');
    expect(result.meetings?.cumulative).toBeGreaterThan(0);
  });
});

describe('report', () => {
  it.each([
    [['--out', 'report.doc'], /'report\.doc'에는 쓸 수 없습니다/],
    [['--json'], /'--json' 옵션은 없습니다.*npm run report/],
    [['없는 파일.xlsx'], /'없는 파일\.xlsx' 파일을 찾을 수 없습니다/],
    [['a.xlsx', 'b.xlsx'], /하나만/],
    [['--sample', '시설'], /'시설'.*meetings, facility/],
  ])('%j: ends with 2 and one clear line, and writes nothing', async (given, says) => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await run('report', ...given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(ONE_SENTENCE);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('the rows missing from a report', () => {
  it.each([
    [
      'rows that were left out',
      '\n모름 | 시장방문 | | |',
      '집계에서 뺀 행 1행(소통기록 1행), 오류 1건이 있습니다. 점검 탭을 보세요.',
    ],
    ['nothing', '', null],
  ])('are announced on the terminal: %s', async (_, row, said) => {
    const book = ledger({ 소통기록: `${LEDGER.소통기록}${row}` });
    const { code, stdout } = await run(
      'report',
      await file('빠진 행.xlsx', book),
      '--as-of',
      '2024-03-31',
      '--out',
      '보고.xlsx',
    );
    expect(code).toBe(0);
    const [date, written, ...rest] = stdout.trimEnd().split('\n');
    expect(date).toBe('기준일 2024-03-31 (--as-of에 적은 날)');
    expect(written).toContain('보고.xlsx');
    expect(rest).toEqual(said === null ? [] : [said]);
  });
});

describe('start', () => {
  it('does the main job on the sample and says where it wrote it', async () => {
    const { code, stdout, stderr } = await run('start');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('소통 108회 / 200회 = 54 %');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.at(-1)).toBe('out/pledge-ledger-sample.xlsx 파일에 썼습니다.');
    expect(lines.length).toBeLessThanOrEqual(13);
    expect(existsSync(join(folder, 'out/pledge-ledger-sample.xlsx'))).toBe(true);
  });

  it('prints the result tabs with --all', async () => {
    const { stdout } = await run('start', '--all');
    expect(stdout).toContain('연도별 계획과 실적\n연도 ');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('out/pledge-ledger-sample.xlsx 파일에 썼습니다.');
  });

  it('does it on the named sample', async () => {
    const { code, stdout, stderr } = await run('start', '--sample', 'facility');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('기준일 2026-03-31\n생활문화센터 공정률 현재값 84.7% / 100% = 84.7 %');
    expect(stdout).toContain('npm start -- --sample facility --all');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'out/pledge-ledger-sample-facility.xlsx 파일에 썼습니다.',
    );
  });

  it('uses the same sample for its name and for none', async () => {
    const [named, unnamed] = [await run('start', '--sample', 'meetings'), await run('start')];
    expect(named).toEqual(unnamed);
  });

  it('does it on a file', async () => {
    const { code, stdout } = await run('start', await file('내 공약.xlsx', ledger()));
    expect(code).toBe(0);
    expect(stdout).toContain('기준일 2024-03-31\n소통 6회 / 200회 = 3 %');
    expect((await reopened('out/내 공약.xlsx')).sheets.map(({ name }) => name)).toContain('요약');
  });

  it('never overwrites the given file', async () => {
    await run('start');
    const before = readFileSync(join(folder, 'out/pledge-ledger-sample.xlsx'));
    const { code, stdout } = await run('start', 'out/pledge-ledger-sample.xlsx');
    expect(code).toBe(0);
    expect(stdout).toContain('out/pledge-ledger-sample (계산).xlsx 파일에 썼습니다.');
    expect(existsSync(join(folder, 'out/pledge-ledger-sample (계산).xlsx'))).toBe(true);
    expect(readFileSync(join(folder, 'out/pledge-ledger-sample.xlsx')).equals(before)).toBe(true);
  });
});

describe('what is printed', () => {
  it('ends with where recalc wrote the file', async () => {
    const { stdout } = await run('recalc', await file('내 공약.xlsx', ledger()), '--out', '새 공약.xlsx');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('새 공약.xlsx 파일에 썼습니다.');
  });

  it('may be cut off, as by head, without an error message', async () => {
    expect(await endedUnread(folder, ['recalc', '--as-of', '2024-03-31'])).toEqual({ code: 0, stderr: '' });
  });
});

describe('a separate process, as npm starts it', () => {
  it.each([
    { given: ['recalc', '--as-of', '2024-03-31', '--json'], code: 0 },
    { given: ['recalc', '없는 파일.xlsx'], code: 2 },
  ])('$given: ends with $code, and prints the same', async ({ given, code }) => {
    const alone = await ended(folder, given);
    expect(alone).toEqual(await run(...given));
    expect(alone.code).toBe(code);
  });

  it('starts not much slower than a command that only prints its usage', async () => {
    const duration = async (...given: readonly string[]) => {
      const before = performance.now();
      await ended(folder, given);
      return performance.now() - before;
    };
    let ratio = Number.POSITIVE_INFINITY;
    // Tries again, as the machine may have been busy in between.
    for (let time = 0; time < 3 && ratio >= 20; time += 1) {
      const usage = await duration('recalc', '--help');
      ratio = Math.min(ratio, (await duration('recalc', '--json')) / usage);
    }
    expect(ratio).toBeLessThan(20);
  });
});
