/** 이 기록으로 이어가기: a person accepts the records although rows are missing or altered. 실행기록 notes which. */

import { breachText, CONTINUE_RECORDS } from '../../sheets/messages/records-text.ts';
import { OUTPUT_TABS } from '../../sheets/output/tabs.ts';
import { type ActionQuestion, stopped } from '../answers.ts';
import type { Environment } from '../ports.ts';
import type { RecordBooks } from '../records/record-books.ts';
import { actOnRecords, type RecordAnswer, recordsNow } from './record-action.ts';

const NOTHING_BROKEN = '월별기록, 월별내역, 처리이력이 모두 적은 그대로입니다. 이어갈 것이 없습니다.';

export function continueQuestion(environment: Environment): ActionQuestion {
  const broken = brokenBooks(recordsNow(environment));
  if (broken.length === 0) return stopped(NOTHING_BROKEN);
  return {
    status: 'asked',
    about: textOf(broken),
    question: `없어지거나 바뀐 기록을 되돌리지 않고, 지금 있는 행으로 이어갑니다.\n${textOf(broken)}\n다시 묻지 않으며, 이어갔다는 것이 실행기록에 남습니다. 계속할까요?`,
  };
}

/** @param agreed the description of the missing and altered rows that the person agreed to. */
export function continueRecords(environment: Environment, agreed: string): RecordAnswer {
  return actOnRecords(environment, CONTINUE_RECORDS, (books) => {
    const broken = brokenBooks(books);
    if (broken.length === 0) return { act: null, reason: NOTHING_BROKEN };
    if (textOf(broken) !== agreed) {
      return {
        act: null,
        reason: `그사이 기록이 달라져 이어가지 않았습니다. 공약장부 > 설정 > ${CONTINUE_RECORDS}를 다시 눌러 주세요.`,
      };
    }
    return {
      act: () => {
        for (const { accept } of broken) accept();
      },
      outcome: `지금 있는 행으로 이어감. ${textOf(broken)}`,
      message: '지금 있는 기록으로 이어갑니다. 다시 계산하면 점검의 오류가 없어집니다.',
    };
  });
}

function brokenBooks({ history, months, rows }: RecordBooks) {
  return [months, rows, history].flatMap((book) =>
    book?.standing.breach == null
      ? []
      : [{ ...book, breach: { ...book.standing.breach, headingsGone: book.headingsGone } }],
  );
}

function textOf(broken: ReturnType<typeof brokenBooks>): string {
  return broken.map(({ tab, breach }) => `${OUTPUT_TABS[tab]}: ${breachText(breach)}`).join('\n');
}
