/** 예시 지우기 deletes the sample and nothing else. */
import { describe, expect, it } from 'vitest';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { displayed, hostOf, recalculated, sampleDocument } from '../support/running.ts';
import { preparedDocument } from '../support/setting-up.ts';
import { hasSheet, ledger, refill, sheetNamed } from '../support/workbooks.ts';

const INPUT = [
  '공약',
  '연차목표',
  '추진일정',
  '분류',
  '소통기록',
  '건의사항',
  '예산계획',
  '예산집행',
  '향후계획',
];

function remove(document: DocumentState, button: 'OK' | 'CANCEL' = 'OK') {
  const { error, dialogs, toasts } = hostOf(document, { answer: () => ({ button }) }).execute(
    'askToRemoveSample',
  );
  if (error !== null) throw error;
  return [...dialogs, ...toasts].map(({ message }) => message);
}

const contentOf = (document: DocumentState, tab: string) =>
  displayed(document, tab)
    .map((row) => row.join('|').replace(/[|]+$/, ''))
    .join('\n')
    .trimEnd();

describe('예시 지우기', () => {
  it('leaves the tabs as 시트 준비 makes them, and also deletes the records of the sample', () => {
    const document = sampleDocument();
    recalculated(document);
    hostOf(document).execute('closeMonth');
    const [question = '', told] = remove(document);
    expect(question).toContain('예시로 생긴 월별기록, 월별내역, 처리이력 탭도 함께 지웁니다.');
    expect(told).toContain('예시를 지웠습니다');
    const prepared = preparedDocument();
    for (const tab of INPUT.filter((name) => name !== '추진일정')) {
      expect(contentOf(document, tab), tab).toBe(contentOf(prepared, tab));
    }
    for (const tab of ['월별기록', '월별내역', '처리이력']) expect(hasSheet(document, tab)).toBe(false);
    const { findings } = recalculated(document);
    expect(findings.map(({ code }) => code)).toEqual(['nothing-typed']);
    expect(hostOf(document).execute('fillSampleData').result).toMatchObject({ status: 'done' });
  });

  it('leaves alone a tab in which somebody has typed, and all records', () => {
    const document = sampleDocument();
    recalculated(document);
    sheetNamed(document, '소통기록').values.push(['2024. 3. 5.', '시장방문']);
    const before = structuredClone(document);
    const [question = ''] = remove(document);
    expect(question).toContain('소통기록 탭에는 예시 말고 다른 내용이 있어 그대로 둡니다.');
    for (const tab of ['소통기록', '처리이력']) {
      expect(displayed(document, tab), tab).toEqual(displayed(before, tab));
    }
    expect(contentOf(document, '건의사항').split('\n')).toHaveLength(1);
  });

  it('compares a tab with the sample that was filled in, and keeps one with other content', () => {
    const document = sampleDocument();
    const tab = sheetNamed(document, '예산집행');
    // A row as another version of the sample might have had it.
    tab.values[1] = ['2022', '구', 1_700_000, '그때의 예시'];
    expect(remove(document, 'CANCEL')[0]).toContain('예산집행 탭에는 예시 말고 다른 내용이 있어');
  });

  it('leaves records that were there before the sample, also where an earlier sample was taken away by hand', () => {
    const document = sampleDocument();
    for (const tab of INPUT) refill(document, tab, '');
    const own = ledger();
    for (const tab of INPUT) {
      if (hasSheet(own, tab)) sheetNamed(document, tab).values = sheetNamed(own, tab).values;
    }
    recalculated(document);
    hostOf(document).execute('closeMonth');
    const before = displayed(document, '월별기록');
    for (const tab of INPUT) refill(document, tab, '');
    expect(hostOf(document).execute('fillSampleData').result).toMatchObject({ status: 'done' });
    const [question = ''] = remove(document);
    expect(question).not.toContain('예시로 생긴');
    expect(displayed(document, '월별기록')).toEqual(before);
  });

  it.each([
    ['an empty spreadsheet', createDocument],
    ['what 시트 준비 has made', () => preparedDocument()],
    ['a ledger of its own', () => ledger()],
  ])('finds nothing to delete in %s', (_, make) => {
    const document = make();
    const before = structuredClone(document);
    expect(remove(document)).toEqual(['예시만 들어 있는 탭이 없어 지울 것이 없습니다.']);
    expect(document).toEqual(before);
  });

  it('does nothing if somebody types in a tab while the question is open', () => {
    const document = sampleDocument();
    const host = hostOf(document, {
      answer: () => {
        sheetNamed(document, '소통기록').values.push(['2024. 3. 5.', '시장방문']);
        return { button: 'OK' };
      },
    });
    const { toasts } = host.execute('askToRemoveSample');
    expect(toasts.map(({ message }) => message)).toEqual([
      '그사이 탭의 내용이 달라져 지우지 않았습니다. 다시 눌러 주세요.',
    ]);
    expect(contentOf(document, '건의사항').split('\n').length).toBeGreaterThan(1);
  });

  it('does nothing if somebody cancels', () => {
    const document = sampleDocument();
    const before = structuredClone(document);
    remove(document, 'CANCEL');
    expect(document).toEqual(before);
  });
});
