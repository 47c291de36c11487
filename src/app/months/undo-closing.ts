/**
 * 마감 취소: undoes the last closing by appending a row that says so. The month is open again, and its next
 * closing counts.
 */
import { monthName } from '../../sheets/names.ts';
import { subjectParticle } from '../../sheets/particles.ts';
import { type ActionQuestion, stopped } from '../answers.ts';
import type { Environment } from '../ports.ts';
import type { RecordBooks } from '../records/record-books.ts';
import { closingObstacle, endOfMonth, monthsOnRecord } from './close-months.ts';
import { actOnRecords, type RecordAnswer, recordsNow } from './record-action.ts';

export function undoQuestion(environment: Environment): ActionQuestion {
  const last = lastClosed(recordsNow(environment));
  if ('reason' in last) return stopped(last.reason);
  const month = monthName(last.month);
  return {
    status: 'asked',
    about: last.month,
    question: `마지막으로 마감한 ${month}의 마감을 취소합니다. 월별기록의 그 행은 남고, 취소했다는 행이 그 아래에 적힙니다. 다음 마감 때 ${month}${subjectParticle(month)} 그때의 숫자로 다시 적힙니다. 계속할까요?`,
  };
}

/** @param month the month that the person agreed to reopen. It must still be the last closed one. */
export function undoClosing(environment: Environment, month: string): RecordAnswer {
  return actOnRecords(environment, '마감 취소', (books) => {
    const last = lastClosed(books);
    if ('reason' in last) return { act: null, reason: last.reason };
    if (last.month !== month) {
      return {
        act: null,
        reason: `마지막으로 마감한 달은 ${monthName(last.month)}입니다. 마지막 달의 마감만 취소할 수 있습니다.`,
      };
    }
    return {
      act: (writtenAt) =>
        books.months?.append(
          last.pledges.map((pledge) => ({
            kind: 'undone',
            pledge,
            month,
            asOf: endOfMonth(month),
            writtenAt,
          })),
        ),
      outcome: `월별기록의 ${monthName(month)} 마감을 취소함`,
      message: `${monthName(month)}의 마감을 취소했습니다. 고친 뒤에 지난달 마감하기를 누르면 다시 적힙니다.`,
    };
  });
}

function lastClosed(
  books: RecordBooks,
): { readonly month: string; readonly pledges: readonly (string | null)[] } | { readonly reason: string } {
  const closed = monthsOnRecord(books);
  const obstacle = closingObstacle(closed, books, '마감을 취소하지 않았습니다');
  if (obstacle !== null) return { reason: obstacle };
  const month = [...(closed.months ?? [])].pop();
  if (month === undefined) return { reason: '마감한 달이 없어 취소할 것이 없습니다.' };
  const pledges = closed.records.filter((record) => record.month === month).map(({ pledge }) => pledge);
  // A month whose record cannot be read can be undone too.
  return { month, pledges: pledges.length === 0 ? [null] : pledges };
}
