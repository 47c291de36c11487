/**
 * Everything that the first person with an account does in a real sheet besides running the rules, done in
 * the local host.
 */
import { describe, expect, it } from 'vitest';
import {
  createDocument,
  createHost,
  type DocumentState,
  type HostOptions,
  ServiceError,
} from '../../src/local/host/host.ts';
import { copyOf } from '../../src/local/workbook/document.ts';
import { workbook } from '../support/workbooks.ts';
import { bundleRules } from './check/build.ts';
import { localRun } from './check/run-locally.ts';
import { NOW } from './running.ts';

const { code } = await bundleRules();

function hostFor(document: DocumentState = createDocument(), options: Partial<HostOptions> = {}) {
  return createHost({ document, now: () => NOW, code, ...options });
}

/** The content of the one cell that a person copies. */
function outcomeIn({ sheets }: DocumentState): string {
  return String(sheets.find(({ name }) => name === 'Outcome')?.values[0]?.[0] ?? '');
}

it('npm run host-check finds no difference in the local host', async () => {
  const { agrees, lines } = await localRun();
  expect(lines.join('\n')).not.toMatch(/DIFFERS|not run/);
  expect(agrees).toBe(true);
});

describe('the sample', () => {
  it('is filled in, recalculated twice and closed, with the seconds of each step, and every cell matches the goldens', () => {
    const { error, result } = hostFor().execute('checkLedger');
    expect(error).toBeNull();
    expect(String(result).split('\n')).toEqual([
      expect.stringMatching(/^fill in the sample: done, \d+\.\d s$/),
      expect.stringMatching(/^recalculate: done, /),
      expect.stringMatching(/^recalculate again: done, /),
      expect.stringMatching(/^close last month: done, /),
      expect.stringMatching(/^\d{4} displayed cells compared, 0 lines differ$/),
    ]);
  });

  it('leaves the spreadsheet and its properties as they were', () => {
    const document = workbook({ 남의것: '값 | 3' });
    document.documentProperties.set('k', 'v');
    hostFor(document).execute('checkLedger');
    expect(document.sheets.map(({ name }) => name)).toEqual(['Outcome', '남의것']);
    expect([...document.documentProperties]).toEqual([['k', 'v']]);
  });

  it('is not run if somebody has a ledger already', () => {
    const document = workbook({ 소통기록: '일자 | 분류' });
    expect(hostFor(document).execute('checkLedger').result).toBe(
      'not run: there are tabs already that are called 소통기록',
    );
    expect(document.sheets.map(({ name }) => name)).toEqual(['Outcome', '소통기록']);
  });

  it('reports a refused call, and cells that are displayed differently', () => {
    const onCall: HostOptions['onCall'] = (_, name, phase) => {
      if (phase === 'before' && name === 'Range.setFrozenRows') throw new ServiceError('큰일');
      if (phase === 'before' && name === 'Range.setNumberFormats')
        throw new ServiceError('서식을 바꿀 수 없습니다.');
    };
    const { result } = hostFor(createDocument(), { onCall }).execute('checkLedger');
    expect(String(result)).toMatch(/서식을 바꿀 수 없습니다\.|lines differ\n/);
    expect(String(result)).not.toContain(' 0 lines differ');
  });
});

describe('a one-shot trigger', () => {
  it('records what it sees, and deletes itself', () => {
    const document = createDocument();
    const host = hostFor(document);
    expect(host.execute('checkTrigger').error).toBeNull();
    const [trigger] = host.triggers;
    expect(host.fireTrigger(trigger?.id ?? '').error).toBeNull();
    expect(host.triggers).toEqual([]);
    const outcome = outcomeIn(document);
    expect(outcome).toContain('the shown sheet: none\n');
    expect(outcome).toContain(
      'a user interface: Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    );
    expect(outcome).not.toContain('DIFFERS');
    expect(document.sheets.map(({ name }) => name)).toEqual(['Outcome', '시트1']);
  });

  it('reports what it sees differently', () => {
    const document = createDocument();
    const host = hostFor(document, {
      onCall: (_, name) => {
        if (name === 'Spreadsheet.toast') throw new ServiceError('아무도 없습니다.');
      },
    });
    host.execute('seenByTrigger', [{ triggerUid: '1' }], 'trigger');
    expect(outcomeIn(document)).toContain(
      'a message at the edge: Exception: 아무도 없습니다. DIFFERS from not refused',
    );
  });
});

describe('the marks of a file', () => {
  it('are the same everywhere in the file that was marked', () => {
    const host = hostFor(createDocument());
    host.execute('markFile');
    expect(host.execute('checkMarks').result).toBe(
      [
        'this is the file that was marked',
        'the cell says 1',
        'document properties: 1',
        'script properties: 1',
        'user properties: 1',
        'developer metadata: 1',
        'triggers of one’s own: 0',
      ].join('\n'),
    );
  });

  it('reveal a copy without properties, and a restored version', () => {
    const document = createDocument();
    hostFor(document).execute('markFile');
    const earlier = copyOf(document);
    hostFor(document).execute('markFile');
    const restored = { ...document, sheets: earlier.sheets, metadata: earlier.metadata };
    expect(hostFor(restored).execute('checkMarks').result).toMatch(
      /the cell says 1\ndocument properties: 2 \(another than the cell\)/,
    );
    const copy = { ...copyOf(document), id: 'another', documentProperties: new Map() };
    expect(hostFor(copy).execute('checkMarks').result).toMatch(
      /^this is a copy of the file that was marked\nthe cell says 2\ndocument properties: nothing/,
    );
  });
});

describe('the whole outcome', () => {
  it('is in one cell, with the errors in the language of the account', () => {
    const document = createDocument();
    const host = hostFor(document);
    for (const name of ['checkHost', 'checkLedger', 'checkTrigger', 'markFile', 'checkMarks']) {
      expect(host.execute(name).error).toBeNull();
    }
    host.fireTrigger(host.triggers[0]?.id ?? '');
    const outcome = outcomeIn(document);
    for (const part of [
      'Rules',
      'Provoked errors',
      'The sample',
      'What a trigger sees',
      'What became of the marks',
    ]) {
      expect(outcome).toContain(`${part}\n`);
    }
    expect(outcome).toContain("every row frozen: Exception: You can't freeze all visible rows on the sheet.");
    expect(outcome.length).toBeLessThan(50_000);
  });

  it('keeps only the last text of each part', () => {
    const document = createDocument();
    const host = hostFor(document);
    host.execute('checkLedger');
    host.execute('checkLedger');
    expect(outcomeIn(document).match(/The sample\n/g)).toHaveLength(1);
  });
});
