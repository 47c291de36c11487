/** What the sidebar gets for an office's book: all pledges at a glance, and each of them on request. */
import { describe, expect, it } from 'vitest';
import type { SidebarPledge } from '../../src/app/pledge-glance.ts';
import { copyOf, type DocumentState, type Host } from '../../src/local/host/host.ts';
import { hostOf, officeDocument, recalculated } from '../support/running.ts';
import { glanceOf, lookedIn } from '../support/sidebar.ts';
import { workbook } from '../support/workbooks.ts';

function pledgeIn(host: Host, number: unknown): SidebarPledge {
  const { result, error } = host.execute('pledgeGlance', [number], 'client');
  if (error !== null) throw error;
  // This type describes what the bundle's function returns.
  return result as SidebarPledge;
}

describe('the sample of an office at a glance', () => {
  const document = officeDocument();
  const result = recalculated(document);
  const host = hostOf(document);
  const { office, ...shown } = glanceOf(host);

  it('has its pledges by 이행구분, the mean rate, and how many have reached the target of the year', () => {
    const { statuses, rate, pledges, yearTarget } = office ?? {};
    expect(statuses?.map(({ name, count }) => [name, count])).toEqual(
      Object.entries(result.overview.statuses),
    );
    expect(new Set(statuses?.map(({ color }) => color)).size).toBe(statuses?.length);
    expect(rate).toEqual({
      percent: result.overview.meanRatePercent,
      text: `${result.overview.meanRatePercent}%`,
    });
    expect([pledges, yearTarget]).toEqual([24, result.overview.yearTarget]);
  });

  it('has a line for each pledge, as 총괄 has a row', () => {
    expect(
      office?.lines.map(({ number, name, department, status: place, rate, errors, warnings }) => [
        ...[number, name, department, office.statuses[place]?.name, rate.percent, errors, warnings],
      ]),
    ).toEqual(
      result.pledges.map(({ number, name, department, status, ratePercent, findings }) => [
        ...[number, name, department, status.chosen ?? status.suggested ?? '미정', ratePercent],
        ...[findings.error, findings.warning],
      ]),
    );
    expect(office?.lines.filter(({ reached }) => reached === true)).toHaveLength(
      result.overview.yearTarget.reached,
    );
    expect(office?.lines[0]?.progress).toBe('30개소 / 30개소');
  });

  it('has the details of the chosen pledge, with its own findings', () => {
    const ofBook = result.findings.filter(({ severity }) => severity === 'warning').length;
    const ofFirst = result.pledges[0]?.findings.warning;
    expect(shown.pledge.number).toBe('1-1');
    expect([office?.findings.counts.warning, shown.findings.counts.warning]).toEqual([ofBook, ofFirst]);
  });

  it('gives any pledge on request, the same as after choosing it, and writes nothing', () => {
    const before = copyOf(document);
    const asked = pledgeIn(host, '2-3');
    expect(document).toEqual(before);
    const after = copyOf(document);
    hostOf(after).execute('lookAtPledge', ['2-3'], 'client');
    const { version, office: all, lastRun, inputs, ...details } = glanceOf(hostOf(after));
    expect(asked).toEqual({ status: 'done', glance: details });
    expect(details.pledge.number).toBe('2-3');
    // An open sidebar learns that somebody has computed.
    expect(lookedIn(hostOf(after), 'another run').isOld).toBe(true);
  });

  it('gives a pledge as of the same date as the others', () => {
    const dated = copyOf(document);
    recalculated(dated, '2024-06-30');
    expect(pledgeIn(hostOf(dated), '2-3')).toMatchObject({ glance: { asOf: '2024-06-30' } });
  });

  it.each(['9-9', '', 7, null])('says so if the list does not have a number: %j', (number) => {
    expect(pledgeIn(host, number)).toEqual({
      status: 'stopped',
      messages: [expect.stringContaining('공약목록 탭에 공약번호')],
    });
  });
});

/** A book of many pledges with long texts. */
function manyPledges(count: number, text: string): DocumentState {
  const rows = Array.from(
    { length: count },
    (_, at) => `${at + 1}-1 | ${text}${at} | ${text} | ${text}${at % 7} | ${text} | 소통 | ${text} | 100`,
  );
  return workbook({
    공약: '항목 | 값\n기준일 | 2024. 3. 31.\n시작연도 | 2022\n종료연도 | 2026',
    공약목록: `공약번호 | 공약명 | 분야 | 담당부서 | 확인지표 | 집계 | 지표단위 | 최종목표\n${rows.join('\n')}`,
    소통기록: '공약번호 | 일자 | 분류 | 횟수\n1-1 | 2024. 3. 5. | 회의 | 12',
  });
}

describe('what is stored of an office', () => {
  it.each([
    ['of three bytes a letter', 300, '힣'.repeat(200)],
    ['of four bytes', 300, '😀'.repeat(100)],
    ['that are written with escapes', 300, '"\\'.repeat(100)],
    ['and too many of them', 1_000, '힣'.repeat(200)],
  ])('fits into the properties with long names %s', (_, count, text) => {
    const document = manyPledges(count, text);
    recalculated(document);
    const { office } = glanceOf(hostOf(document));
    const sizes = office?.lines.map((line) => Buffer.byteLength(JSON.stringify(line))) ?? [];
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
    const kept = [...document.documentProperties].map(
      ([key, value]) => [Buffer.byteLength(key), Buffer.byteLength(value)] as const,
    );
    expect(Math.max(...kept.map(([, value]) => value))).toBeLessThanOrEqual(9 * 1024);
    expect(kept.reduce((sum, [key, value]) => sum + key + value, 0)).toBeLessThanOrEqual(500 * 1024);
    expect(office?.pledges).toBe(count);
    if (count === 300) expect(sizes).toHaveLength(300);
    else expect(sizes.length).toBeGreaterThan(300);
  });

  it('is nothing in a book of one pledge', () => {
    const document = workbook({
      공약: '항목 | 값\n공약번호 | 1-6\n공약명 | 소통\n시작연도 | 2022\n종료연도 | 2026\n최종목표 | 200\n기준일 | 2024. 3. 31.',
      소통기록: '일자 | 분류\n2024. 3. 5. | 회의',
    });
    recalculated(document);
    expect(glanceOf(hostOf(document)).office).toBeNull();
    expect(pledgeIn(hostOf(document), '1-6')).toMatchObject({ status: 'stopped' });
  });
});
