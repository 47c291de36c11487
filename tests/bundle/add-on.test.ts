/** The script as an add-on: one script, used in many spreadsheets. */
import { describe, expect, it } from 'vitest';
import { bundleScript, productFiles } from '../../src/local/build.ts';
import { createDocument } from '../../src/local/host/host.ts';
import { CODE } from '../support/bundle.ts';
import { hostOf } from '../support/running.ts';

const { code: ADD_ON } = await bundleScript(undefined, 'add-on');

/**
 * Two spreadsheets in which the same person uses the same script. One trigger exists already, made by an
 * earlier version.
 */
function twoSpreadsheets(code: string) {
  const first = hostOf(
    { ...createDocument(), id: 'first' },
    {
      code,
      triggers: [
        {
          id: '1',
          owner: '',
          functionName: 'closeMonthsByClock',
          schedule: { onMonthDay: 3 },
          disabled: false,
        },
      ],
    },
  );
  return { first, second: first.beside({ ...createDocument(), id: 'second' }) };
}

describe('매월 자동 계산 in two spreadsheets of one add-on', () => {
  it('is refused with an explanation, and the trigger of the other spreadsheet stays', () => {
    const { first, second } = twoSpreadsheets(ADD_ON);
    expect(second.execute('setMonthlyRun', [5, 9, '총무팀']).result).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining('애드온에서는 매월 자동 계산을 쓸 수 없습니다.')],
    });
    expect(second.execute('stopMonthlyRun').result).toMatchObject({ status: 'stopped' });
    expect(second.execute('askForMonthlyRun').dialogs).toMatchObject([
      { kind: 'alert', message: expect.stringContaining('지난달 마감하기') },
    ]);
    expect(first.triggers.map(({ id }) => id)).toEqual(['1']);
  });

  it('would delete the trigger of the other spreadsheet if the script did not know that it is an add-on', () => {
    const { first, second } = twoSpreadsheets(CODE);
    expect(second.execute('setMonthlyRun', [5, 9, '총무팀']).error).toBeNull();
    expect(first.triggers.map(({ id }) => id)).not.toContain('1');
  });

  it.each([true, false])(
    'closes nothing when such a trigger fires; with an active spreadsheet: %s',
    (isAttached) => {
      const { first } = twoSpreadsheets(ADD_ON);
      expect(first.fireTrigger('1', isAttached).error?.message).toContain(
        'https://script.google.com/home/triggers',
      );
      expect(first.document.sheets.map(({ name }) => name)).toEqual(
        createDocument().sheets.map(({ name }) => name),
      );
    },
  );
});

describe('the permissions that an add-on asks for', () => {
  it('are two: it makes no triggers and asks for no permission to', async () => {
    const { manifest } = await productFiles('add-on');
    expect(JSON.parse(manifest)).toMatchObject({
      oauthScopes: [
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/script.container.ui',
      ],
    });
    expect(ADD_ON).not.toContain('ScriptApp');
    expect(CODE).toContain('ScriptApp');
  });
});
