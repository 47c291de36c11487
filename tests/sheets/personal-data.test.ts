import { describe, expect, it } from 'vitest';
import { plannedGrids } from '../../src/app/run/plan-writes.ts';
import type { PersonalDataKind } from '../../src/domain/findings/cell.ts';
import { parseText } from '../../src/sheets/cells/plain.ts';
import { personalDataIn, withoutPersonalData } from '../../src/sheets/personal-data.ts';
import { toldOf } from '../problems/running.ts';
import { workbookText } from '../problems/workbook-text.ts';
import { onePledge } from '../support/one-pledge.ts';
import { mobileNumber, residentNumber } from './made-up-numbers.ts';

const fullWidth = (number: string) =>
  number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const MOBILE = [
  mobileNumber(),
  mobileNumber({ separator: '' }),
  mobileNumber({ separator: ' ' }),
  mobileNumber({ separator: '.' }),
  mobileNumber({ separator: ' - ' }),
  mobileNumber({ separator: '–' }),
  mobileNumber({ separator: '‑' }),
  mobileNumber({ separator: '\u00a0' }),
  mobileNumber({ separator: '/' }),
  mobileNumber({ separator: '－' }),
  mobileNumber({ prefix: '011' }),
  mobileNumber({ prefix: '011', middle: 3 }),
  mobileNumber({ digit: '9' }),
  mobileNumber({ prefix: '(010)' }),
  mobileNumber({ prefix: '+82-10' }),
  mobileNumber({ prefix: '+82 (0)10' }),
  fullWidth(mobileNumber()),
  fullWidth(mobileNumber({ digit: '9' })),
  mobileNumber({ separator: '·' }),
  mobileNumber({ separator: 'ㆍ' }),
  mobileNumber({ separator: '\u200b' }),
  mobileNumber({ separator: '\u200b-\u200b' }),
  mobileNumber({ separator: '\u2060' }),
  mobileNumber({ separator: '   ' }),
  mobileNumber({ prefix: '+82 10' }),
  mobileNumber({ prefix: '82-10' }),
  mobileNumber({ prefix: '0082 10' }),
];
const RESIDENT = [
  residentNumber(),
  residentNumber({ separator: '' }),
  residentNumber({ separator: ' - ' }),
  residentNumber({ separator: '–' }),
  residentNumber({ separator: '－' }),
  residentNumber({ day: '000229', century: 3 }),
  residentNumber({ day: '000229', century: 7 }),
  // Numbers issued since October 2020 and those of foreigners have no check digit.
  residentNumber({ valid: false }),
  residentNumber({ valid: false, century: 4 }),
  residentNumber({ valid: false, century: 7 }),
  residentNumber({ separator: ' – ', valid: false }),
  residentNumber({ separator: '.', valid: false }),
  residentNumber({ separator: '·', valid: false }),
  residentNumber({ separator: '\u200b' }),
  residentNumber({ separator: '\u200b-', valid: false }),
];
/** Numbers that the text itself names as personal. */
const NAMED: readonly (readonly [string, string, PersonalDataKind])[] = [
  ['주민등록번호 ', residentNumber({ separator: '', valid: false }), 'resident-number'],
  ['외국인등록번호: ', residentNumber({ separator: ' ', valid: false, century: 5 }), 'resident-number'],
  ['전화 ', mobileNumber({ prefix: '032', middle: 3 }), 'phone-number'],
  ['연락처: ', mobileNumber({ prefix: '02', separator: ')' }), 'phone-number'],
  ['☎ ', mobileNumber({ prefix: '070' }), 'phone-number'],
  ['Tel. ', mobileNumber({ prefix: '02', middle: 3, separator: '' }), 'phone-number'],
  ['이메일 ', 'no-one@example.invalid', 'e-mail'],
  ['E-mail: ', 'no.one+1@mail.example.invalid', 'e-mail'],
  ['계좌번호 ', '000-00-000000', 'account-number'],
  ['입금계좌(없는은행) ', '0000000000000', 'account-number'],
  ['여권번호 ', 'M00000000', 'passport-number'],
  ['여권 ', 'm000A0000', 'passport-number'],
];
const NEITHER = [
  residentNumber({ separator: '', valid: false }),
  residentNumber({ separator: ' ', valid: false }),
  `2024-${residentNumber()}`,
  `문서번호 2024-${mobileNumber()}`,
  '문서번호 2024-010-0000-0000',
  '사업비 010-2024-0001',
  '예산(010-2024-0001)',
  '과목: 010 2024 0001',
  '1,012,345,678원',
  '1012345678원',
  'no-one@example.invalid',
  '메일함 정리 2회',
  '계좌 2024. 3. 5.',
  '계좌 2024. 3. 5. 이체 1,234,567원',
  '계좌 12345678 이체 1234567원',
  '여권 사진 100매',
  'M00000000',
  '000-00-000000',
  residentNumber({ day: '001301' }),
  // 29 February did not exist in 1900 and 1800.
  residentNumber({ day: '000229', century: 1 }),
  residentNumber({ day: '000229', century: 0 }),
  `${residentNumber({ separator: '' })}0`,
  `${mobileNumber({ separator: '' })}0`,
  `1${mobileNumber({ separator: '' })}`,
  mobileNumber({ prefix: '032' }),
  mobileNumber({ prefix: '012' }),
  '2024. 3. 5. ~ 2024. 12. 31.',
  '1,010,000,000원',
  '（１２명）',
  '',
];

describe('personal data', () => {
  it.each(MOBILE)('is the mobile number %s', (number) => {
    expect(personalDataIn(`통장(${number})`)).toBe('mobile-number');
  });

  it.each(RESIDENT)('is the resident registration number %s', (number) => {
    expect(personalDataIn(`주민 ${number} 님`)).toBe('resident-number');
  });

  it.each(NAMED)('is what the text calls it: %s%s', (name, value, kind) => {
    const text = `통장 ${name}${value}, 12명`;
    expect(personalDataIn(text)).toBe(kind);
    const masked = withoutPersonalData(text);
    expect(masked).not.toContain(value);
    expect(masked).toMatch(/^통장 .*, 12명$/);
    expect(masked.replace(', 12명', '')).not.toMatch(/\d/);
  });

  it.each(['1000000000', ' 1000000000 ', '1099999999'])(
    'is a mobile number without its leading 0: "%s"',
    (text) => {
      expect(personalDataIn(text)).toBe('mobile-number');
      expect(withoutPersonalData(text)).not.toMatch(/\d/);
    },
  );

  it('in a cell that became a number is a notice', () => {
    expect(parseText(1_000_000_000)).toMatchObject({
      notices: [{ code: 'personal-data', kind: 'mobile-number' }],
    });
    expect(parseText(2_000_000_000)).toMatchObject({ notices: [] });
  });

  it.each(NEITHER)('is not "%s"', (text) => {
    expect(personalDataIn(text)).toBeNull();
    expect(withoutPersonalData(text)).toBe(text);
  });

  it('of both kinds is reported as the more serious', () => {
    expect(personalDataIn(`${mobileNumber()} ${residentNumber()}`)).toBe('resident-number');
  });

  it('is masked at every occurrence', () => {
    const both = `${mobileNumber()} ${residentNumber()}`;
    expect(withoutPersonalData(`${both}, ${both}`)).not.toMatch(/\d/);
  });

  it.each([...MOBILE, ...RESIDENT])('loses all digits of %s, and the text around it stays', (number) => {
    const masked = withoutPersonalData(`3월 5일 통장(${number}), 12명`);
    expect(masked).toMatch(/^3월 5일 통장\([^\d０-９]*\), 12명$/);
  });
});

describe('no result', () => {
  /** A workbook with the number in every cell of free text, and in every name that need not be listed. */
  const workbook = (number: string) =>
    workbookText(`as of 2024-03-31, today 2024-04-05
[공약] added
공약명 | 소통 ${number}
담당부서 | 자치과 ${number}
확인지표 | 횟수 ${number}
지표단위 | 회 ${number}
정책목표 | ${number}
정책개요 | ${number}
수정사항 | ${number}
사업주체 | ${number}
이행구분 | ${number}
메모 ${number} | 1

[분류] missing

[추진일정]
세부추진사항 | 2024.1
동장 ${number} | ■

[소통기록]
일자 | 분류 | 내용 | 장소 | 횟수 | 참석인원 | 담당
2024. 3. 5. | 동장 ${number} | 통장 ${number} | 집 ${number} | 1 | 5 | ${number}
2024. 3. 6. | 동장 ${number} | 통장 ${number} | 집 ${number} | 1 | 6 | ${number}
${number} | 시장방문 | | | ${number} | |

[건의사항]
접수번호 | 접수일 | 출처 | 동 | 소관부서 | 건의내용 | 처리상황 | 건수 | 비고
${number} | 2022. 1. 9. | 주민 ${number} | 동 ${number} | 부서 ${number} | 글 ${number} | | 12 | ${number}
2 | 2024. 1. 9. | 주민 ${number} | | | | ${number} | 1 | |
2024-15 ${number} | 2024. 1. 9. | 주민 | | | | 완료 | 1 | |
2024-15 ${number} | 2024. 1. 10. | 주민 | | | | 완료 | 1 | |
${number} | 2023. 1. 9. | 주민 ${number} | | | | | 12 | |

[향후계획]
시기 | 내용 | 분류
2024. 4월 | 통장 ${number} | 동장 ${number}

[예산집행]
집행일 | 재원 | 금액(원) | 적요
2024. 2. 10. | 구 | ${number} | 적요 ${number}`);

  it.each([...MOBILE, ...RESIDENT])('contains a digit of %s', (number) => {
    const { report, findings, accounts } = toldOf(workbook(number));
    const grids = plannedGrids('all', onePledge(report, findings, accounts), findings, new Set());
    expect(grids.length).toBeGreaterThan(4);
    const texts = [
      ...grids.flatMap(({ grid }) =>
        grid.rows.flat().flatMap(({ value, format }) => [String(value), format]),
      ),
      ...findings.flatMap(({ found, what, remedy }) => [found, what, remedy]),
    ];
    // Without dashes it is an amount below 금액. Amounts are shown as numbers, not as text.
    const isAmount = (text: string) => /^\d{10}$/.test(text);
    const personal = texts.filter((text) => personalDataIn(text) !== null || text.includes(number));
    expect(personal.filter((text) => !isAmount(text))).toEqual([]);
    expect(texts.join('\n')).not.toContain(number);
    // Each tab has one finding, which names all the cells.
    const cells = findings
      .filter(({ code }) => code === 'personal-data')
      .flatMap(({ cell, what }) => what.match(/[A-Z]+\d+/g) ?? [cell]);
    expect(cells.length).toBeGreaterThan(10);
  });
});
