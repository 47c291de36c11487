import { expect, it } from 'vitest';
import type { News } from '../../../src/local/preview/messages.ts';
import { startSession } from '../../../src/local/preview/session/session.ts';
import { hostOf } from '../../support/running.ts';
import { ledger } from '../../support/workbooks.ts';

it('a menu that the script changes is shown without opening the book again', async () => {
  const news: News[] = [];
  const document = ledger();
  const session = await startSession({
    open: (choices) =>
      Promise.resolve({
        host: hostOf(document, choices),
        document,
        save: () => Promise.resolve(new Uint8Array()),
      }),
    page: '',
    tell: (one) => {
      news.push(one);
      // 탭 더하기 asks for the tabs, then whether to go on.
      if (one.kind === 'question') session.answer(one.question.ticket, { button: 'OK', text: '여러 공약' });
    },
  });
  const captions = (text: unknown) => JSON.stringify(text);
  expect(captions(session.book().menus)).not.toContain('이 공약 보기');
  await session.choose('askForTabs');
  const changes = news.flatMap((one) => (one.kind === 'change' ? [one.change] : []));
  expect(captions(changes.at(-1)?.menus)).toContain('이 공약 보기');
});
