import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { createDocument, type DialogAnswer } from '../../src/local/host/host.ts';
import { EDITION } from '../support/bundle.ts';
import { hostOf, rowsByHeading, sampleDocument } from '../support/running.ts';

function answering(functionName: string, button: DialogAnswer['button']) {
  const document = createDocument();
  const before = structuredClone(document);
  const host = hostOf(document, { answer: () => ({ button }) });
  const { error, dialogs, toasts } = host.execute(functionName);
  if (error !== null) throw error;
  return { document, before, dialogs, toasts };
}

describe('menu actions that write much', () => {
  it.each(['askForSetUp', 'askForSample'])(
    '%s asks first, says what it leaves alone, and then does it',
    (name) => {
      const { document, dialogs, toasts } = answering(name, 'OK');
      expect(dialogs).toHaveLength(1);
      expect(dialogs[0]).toMatchObject({ kind: 'alert', title: '공약장부', buttons: 'OK_CANCEL' });
      expect(dialogs[0]?.message).toMatch(/(바꾸지 않습니다|아무것도 하지 않습니다)\. 계속할까요\?$/);
      expect(document.sheets.map((sheet) => sheet.name)).toContain('소통기록');
      expect(toasts).toHaveLength(1);
    },
  );

  it.each([
    ['askForSetUp', 'CANCEL'],
    ['askForSetUp', 'CLOSE'],
    ['askForSample', 'CANCEL'],
    ['askForSample', 'CLOSE'],
  ] as const)('%s does nothing if somebody chooses %s', (name, button) => {
    const { document, before, toasts } = answering(name, button);
    expect(document).toEqual(before);
    expect(toasts).toEqual([]);
  });
});

describe('지난달 마감하기 from the menu', () => {
  const closing = (button: DialogAnswer['button']) => {
    const document = sampleDocument();
    const before = structuredClone(document);
    const { error, dialogs } = hostOf(document, { answer: () => ({ button }) }).execute('askForClosing');
    if (error !== null) throw error;
    return { document, before, dialogs };
  };

  it('says which month is recorded for good, and then does it', () => {
    const { document, dialogs } = closing('OK');
    expect(dialogs.map(({ message }) => message)).toEqual([
      '2024. 3. 31. 기준으로 결과 탭을 모두 새로 쓰고, 2024년 3월을 월별기록에 적습니다. 빠뜨린 달이 있으면 함께 적습니다. 한번 적은 달은 바꾸지 않습니다. 계속할까요?',
    ]);
    expect(rowsByHeading(document, '월별기록').map((row) => row.월)).toEqual(['2024-03']);
  });

  it.each(['CANCEL', 'CLOSE'] as const)('does nothing if somebody chooses %s', (button) => {
    const { document, before } = closing(button);
    expect(document).toEqual(before);
  });
});

describe('공약장부 정보', () => {
  const { dialogs, document, before } = answering('showAbout', 'OK');

  it('says the version of the package, with a fingerprint of the pasted script', () => {
    expect(EDITION).toMatch(new RegExp(`^${packageJson.version}-[0-9a-f]{6}$`));
    expect(dialogs[0]?.message.split('\n')[0]).toBe(`공약장부 ${EDITION}`);
  });

  it('says that the data stays in the spreadsheet, and changes nothing', () => {
    expect(dialogs[0]?.message).toContain('이 스프레드시트에만 있습니다');
    expect(document).toEqual(before);
  });
});
