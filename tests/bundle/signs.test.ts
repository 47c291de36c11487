/**
 * Text that begins with a sign. A sheet would turn it into a formula or drop its apostrophe. It must appear
 * everywhere as typed.
 */
import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import { displayed, displayedText, hostOf, recalculated, rowsByHeading } from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

const SIGNED = ["'15", '=IMPORTXML("https://example.com","//a")', '+7', '-가', '@나', '＝1+1'] as const;

/** A ledger whose receipt numbers, places and texts begin with a sign. */
function signedLedger(): DocumentState {
  return ledger({
    건의사항: [
      '접수번호 | 접수일 | 출처 | 동 | 소관부서 | 처리상황 | 처리일 | 건수',
      ...SIGNED.map((text) => `${text} | 2023. 2. 1. | ${text} | ${text} | ${text} | 추진중 | |`),
    ].join('\n'),
    소통기록: `일자 | 분류 | 내용 | 횟수\n${SIGNED.map((text) => `2024. 3. 5. | ${text} | ${text} | 1`).join('\n')}`,
    공약: '항목 | 값\n공약명 | =소통\n시작연도 | 2022\n종료연도 | 2026\n최종목표 | 200',
  });
}

/** Formulas that are not ours. Ours look up tabs or link to them. */
function strangeFormulas({ sheets }: DocumentState): string[] {
  return sheets.flatMap(({ formulas }) =>
    [...formulas.values()].filter(
      (formula) => !/^=(HYPERLINK\("#gid|IF\(IFERROR\(COUNTIFS\(|COUNTA\()/.test(formula),
    ),
  );
}

describe('text that begins with a sign', () => {
  it('never becomes a formula', () => {
    const document = signedLedger();
    recalculated(document);
    hostOf(document).execute('closeMonth');
    expect(strangeFormulas(document)).toEqual([]);
  });

  it.each(SIGNED)('%s appears in the tables as typed', (text) => {
    const document = signedLedger();
    recalculated(document);
    expect(displayed(document, '건의현황').flat()).toContain(text);
    expect(displayed(document, '소통누적').flat()).toContain(text);
  });

  it('adds no row to 처리이력 when computed again', () => {
    const document = signedLedger();
    recalculated(document);
    const before = displayedText(document, '처리이력');
    expect(before).toContain('=IMPORTXML(');
    expect(rowsByHeading(document, '처리이력')).toHaveLength(SIGNED.length);
    recalculated(document);
    expect(displayedText(document, '처리이력')).toBe(before);
  });

  it('keeps the seals of a closed month valid', () => {
    const document = signedLedger();
    const host = hostOf(document);
    expect(host.execute('closeMonth').error).toBeNull();
    const codes = recalculated(document).findings.map(({ code }) => code);
    expect(codes.filter((code) => /^damaged-record$|^records-broken$/.test(code))).toEqual([]);
    expect(rowsByHeading(document, '월별내역').map((row) => Object.values(row).join(' '))).toHaveLength(
      2 * SIGNED.length + 1,
    );
  });

  it('may be as long as a cell can be, and every tab is written', () => {
    const long = `=${'가'.repeat(49_999)}`;
    const document = ledger({
      공약: `항목 | 값\n공약명 | ${long}\n담당부서 | ${long}\n기준일 | 2024. 3. 31.`,
      소통기록: `일자 | 분류 | 내용\n2024. 3. 5. | ${long} | ${long}`,
      건의사항: `접수번호 | 접수일 | 출처\n${long} | 2024. 2. 1. | ${long}`,
    });
    recalculated(document);
    expect(displayedText(document, '요약')).not.toContain('계산이 끝나지 않았습니다');
    expect(hostOf(document).execute('closeMonth').error).toBeNull();
    expect(strangeFormulas(document)).toEqual([]);
  });

  it('keeps its opening quote where 점검 quotes it', () => {
    const document = ledger({ 소통기록: '일자 | 분류\n어제쯤 | 시장방문' });
    recalculated(document);
    expect(displayedText(document, '점검')).toContain(" | '어제쯤'");
    expect(sheetNamed(document, '점검').values.flat()).toContainEqual(expect.stringMatching(/^'어제쯤'/));
  });
});
