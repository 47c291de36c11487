import { describe, expect, it } from 'vitest';
import type { BlankEdge } from '../../../src/domain/findings/tab.ts';
import {
  exactly,
  FEWER_ROWS,
  nearlyFullText,
  noRoomText,
} from '../../../src/sheets/messages/capacity-text.ts';

const ROOM = { cells: 10_000_026, limit: 10_000_000 };
const column: BlankEdge = { tabName: '소통기록', edge: 'columns', from: 9, to: 9, cells: 1000 };
const columns: BlankEdge = { ...column, to: 26, cells: 18_000 };
const row: BlankEdge = { tabName: '메모', edge: 'rows', from: 7, to: 7, cells: 26 };
const rows: BlankEdge = { ...row, to: 1000, cells: 25_844 };

describe('the advice for making room', () => {
  it.each([
    ['nothing blank', [], FEWER_ROWS],
    ['one column', [column], `비어 있는 소통기록 탭 I열(1,000칸)을 지우는 것이 가장 쉽습니다. ${FEWER_ROWS}`],
    [
      'columns and one row',
      [columns, row],
      `비어 있는 소통기록 탭 I~Z열(18,000칸), 메모 탭 7행(26칸)을 지우는 것이 가장 쉽습니다. ${FEWER_ROWS}`,
    ],
    ['rows', [rows], `비어 있는 메모 탭 7~1000행(25,844칸)을 지우는 것이 가장 쉽습니다. ${FEWER_ROWS}`],
  ])('if the tabs have %s', (_case, blanks, remedy) => {
    expect(nearlyFullText({ code: 'nearly-full', ...ROOM, blanks }).remedy).toBe(remedy);
  });
});

it('a run without room says that nothing was changed, and the way out', () => {
  expect(noRoomText({ ...ROOM, blanks: [] })).toBe(
    `이대로 쓰면 빈칸까지 10,000,026칸이 되어 구글이 허용하는 10,000,000칸을 넘으므로 쓰기 전에 멈췄습니다. 결과 탭은 하나도 바꾸지 않았습니다. ${FEWER_ROWS}`,
  );
});

it.each([
  [270, '4분 30초'],
  [59.9, '0분 59초'],
  [360, '6분 0초'],
])('%d seconds are %s', (seconds, text) => {
  expect(exactly(seconds)).toBe(text);
});
