import { describe, expect, it } from 'vitest';
import type { createDocument } from '../../src/local/host/host.ts';
import { displayedText, hostOf, recalculate } from '../support/running.ts';
import { ledger } from '../support/workbooks.ts';

const OF = (timeZone: string) => ({ timeZone });

function asked(functionName: string, document: ReturnType<typeof createDocument>): string {
  const host = hostOf(document, { answer: () => ({ button: 'CANCEL' }) });
  const { error, dialogs } = host.execute(functionName);
  if (error !== null) throw error;
  return dialogs[0]?.message ?? '';
}

describe('a spreadsheet in the time zone of another country', () => {
  const zone = 'America/Los_Angeles';

  it('is reported in 점검, with what to do', () => {
    const document = ledger({}, OF(zone));
    recalculate(document);
    const audit = displayedText(document, '점검');
    expect(audit).toContain(`시간대가 한국이 아니라 ${zone}입니다`);
    expect(audit).toContain('파일 > 설정에서 시간대를 (GMT+09:00) 서울로 바꾼 뒤');
  });

  it.each(['askForClosing', 'askForSetUp'])('is announced before %s does anything', (name) => {
    expect(asked(name, ledger({}, OF(zone)))).toMatch(/^⚠ .*America\/Los_Angeles.*서울로 바꾼/);
  });

  it.each(['Asia/Seoul', 'Asia/Tokyo'])('does not matter if the clocks show the same (%s)', (same) => {
    const document = ledger({}, OF(same));
    recalculate(document);
    expect(displayedText(document, '점검')).not.toContain('시간대');
    expect(asked('askForClosing', document)).not.toContain('시간대');
    expect(asked('askForSetUp', document)).not.toContain('시간대');
  });
});
