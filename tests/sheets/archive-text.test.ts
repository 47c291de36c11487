import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/finding.ts';
import { messageOf } from '../../src/sheets/messages.ts';
import { date } from '../domain/ledger.ts';

type Standing = Extract<Problem, { code: 'archived-years' }>['standing'];

const years = (carried: number, standing: Standing): Problem => ({
  code: 'archived-years',
  lastYear: 2023,
  archivedAt: '2024-02-03 10:12:45',
  lines: 1_234,
  rows: 56_789,
  carried,
  standing,
});

const runs = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ from: 3 * index + 2, to: 3 * index + 3 }));

describe('of archived years', () => {
  it.each<{ what: string; problem: Problem; says: string; remedy: string }>([
    {
      what: 'whose rows are deleted',
      problem: years(0, []),
      says: '2023년까지의 숫자는 보관 탭의 1,234줄로 셉니다. 원래 56,789행을 접은 것으로, 2024-02-03 10:12:45에 마지막으로 보관했습니다.',
      remedy: '따로 할 일은 없습니다. 접은 행들은 보관할 때 만든 사본에 있습니다.',
    },
    {
      what: 'whose rows still stand',
      problem: years(1, [
        {
          tab: 'meetings',
          rows: 3,
          ranges: [
            { from: 2, to: 3 },
            { from: 9, to: 9 },
          ],
        },
        { tab: 'executions', rows: 1, ranges: [{ from: 4, to: 4 }] },
      ]),
      says: '2023년까지의 숫자는 보관 탭의 1,234줄로 셉니다. 원래 56,789행을 접은 것으로, 2024-02-03 10:12:45에 마지막으로 보관했습니다. 그때 끝나지 않은 건의는 접지 않았으므로 건의사항 탭의 행으로 셉니다.',
      remedy:
        '사본을 만들어 두었으면 소통기록 9행, 2~3행(모두 3행), 예산집행 4행(모두 1행)은 지워도 숫자가 같습니다. 행을 지우면 그 아래 행의 번호가 당겨지므로 적힌 차례대로 지워 주세요.',
    },
    {
      what: 'whose rows stand in five places, the lowest named first, so that none has moved when its turn comes',
      problem: years(0, [{ tab: 'suggestions', rows: 10, ranges: runs(5) }]),
      says: '2023년까지의 숫자는 보관 탭의 1,234줄로 셉니다. 원래 56,789행을 접은 것으로, 2024-02-03 10:12:45에 마지막으로 보관했습니다.',
      remedy:
        '사본을 만들어 두었으면 건의사항 14~15행, 11~12행, 8~9행, 5~6행, 2~3행(모두 10행)은 지워도 숫자가 같습니다. 행을 지우면 그 아래 행의 번호가 당겨지므로 적힌 차례대로 지워 주세요.',
    },
    {
      what: 'whose rows stand in more places than can be read',
      problem: years(0, [{ tab: 'suggestions', rows: 12, ranges: runs(6) }]),
      says: '2023년까지의 숫자는 보관 탭의 1,234줄로 셉니다. 원래 56,789행을 접은 것으로, 2024-02-03 10:12:45에 마지막으로 보관했습니다.',
      remedy:
        '사본을 만들어 두었으면 건의사항 17~18행, 14~15행, 11~12행, 8~9행, 5~6행 등(모두 12행)은 지워도 숫자가 같습니다. 행을 지우면 그 아래 행의 번호가 당겨지므로 적힌 차례대로 지워 주세요. 흩어져 있어 다 적지 못한 행은 날짜(건의사항은 처리일)로 정렬하고 다시 계산하면 한데 모입니다.',
    },
    {
      what: 'that were altered',
      problem: { code: 'damaged-archive', damage: 'altered', lastYear: 2023 },
      says: '2023년까지를 보관한 줄이 적힌 뒤에 바뀌어 이 보관은 세지 않았습니다.',
      remedy:
        '파일 > 버전 기록에서 바뀌기 전의 보관 탭을 찾아 그대로 되돌려 주세요. 그해부터의 행을 아직 지우지 않았으면 그 보관과 뒤에 한 보관의 줄을 모두 지우고 다시 보관해도 됩니다.',
    },
    {
      what: 'asked for as of a day within them',
      problem: { code: 'as-of-before-archive', asOf: date('2023-06-30'), lastYear: 2023 },
      says: '기준일 2023. 6. 30. 당시의 건의사항을 모두 셀 수는 없습니다. 보관한 해(2023년까지)의 건의는 해 단위로만 남아 있어 그해가 끝나야 세고, 그 사이의 처리상황은 알 수 없습니다.',
      remedy:
        '이 날짜의 보고서는 보관할 때 만든 사본에서 계산해 주세요. 달마다의 숫자는 월별기록에도 있습니다.',
    },
    {
      what: 'with a row that is not one of theirs',
      problem: { code: 'row-of-archived-year', rows: 1_500, lastYear: 2023 },
      says: '보관한 해(2023년까지)의 날짜인데 보관할 때와 다른 행이 1,500행 있어 집계하지 않았습니다. 보관 탭의 줄에 이미 들어 있는지 알 수 없기 때문입니다. 여기가 그 첫 행입니다.',
      remedy:
        '보관한 행을 일부만 지웠으면 남은 행도 지우면 됩니다. 보관할 때 끝나지 않았던 건의이면 처리일을 적어 주세요. 보관한 뒤에 적거나 고친 행이면, 지운 행을 사본에서 다시 붙이고 보관 탭의 줄을 모두 지운 다음 다시 보관해 주세요.',
    },
  ])('$what', ({ problem, says, remedy }) => {
    expect(messageOf(problem, null)).toEqual({ what: says, remedy });
  });
});
