import { describe, expect, it } from 'vitest';
import { LateAnswer } from '../../src/sidebar/server.ts';
import { troubleOf } from '../../src/sidebar/trouble.ts';

/** Messages that Google is known to send; what is told instead says what to do. */
describe('what a failed call is told as', () => {
  it.each<[unknown, string]>([
    [
      new Error(
        "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
      ),
      '구글 계정이 여러 개 로그인되어 있습니다',
    ],
    [new Error('NetworkError: Connection failure due to HTTP 0'), '구글에 연결되지 않습니다'],
    [new Error('Exceeded maximum execution time'), '시간이 너무 오래 걸려 멈추었습니다'],
    [
      new Error('Service Spreadsheets timed out while accessing document'),
      '시간이 너무 오래 걸려 멈추었습니다',
    ],
    [new Error('Authorization is required to perform that action.'), '아직 권한을 허용하지 않았습니다'],
    [
      new Error('Specified permissions are not sufficient to call SpreadsheetApp.getActive.'),
      '아직 권한을 허용하지 않았습니다',
    ],
    [new Error('Exception: 최대 실행 시간을 초과했습니다.'), '시간이 너무 오래 걸려 멈추었습니다'],
    [
      new Error('Spreadsheets 서비스의 문서 액세스 시간이 초과되었습니다.'),
      '시간이 너무 오래 걸려 멈추었습니다',
    ],
    [new Error('이 작업을 수행하려면 승인이 필요합니다.'), '아직 권한을 허용하지 않았습니다'],
    [
      new Error(
        'ScriptApp.getProjectTriggers 호출에 필요한 권한이 없습니다. 필요한 권한: https://www.googleapis.com/auth/script.scriptapp',
      ),
      '아직 권한을 허용하지 않았습니다',
    ],
    [
      new Error(
        'ScriptApp.newTrigger を呼び出す権限がありません。必要な権限: https://www.googleapis.com/auth/script.scriptapp',
      ),
      '아직 권한을 허용하지 않았습니다',
    ],
    [
      new Error('You are trying to edit a protected cell or object. Please contact the spreadsheet owner.'),
      '보호된 칸이 있어 쓰지 못했습니다',
    ],
    [new Error('보호된 셀이나 개체를 수정하려고 합니다.'), '보호된 칸이 있어 쓰지 못했습니다'],
    [new Error('네트워크 오류: HTTP 0으로 인해 연결 실패'), '구글에 연결되지 않습니다'],
    [new LateAnswer(), '대답이 오지 않습니다'],
  ])('%s', (error, title) => {
    const trouble = troubleOf(error);
    expect(trouble).toMatchObject({ title, said: '' });
    expect(trouble.lines.join(' ')).toMatch(/주세요/);
  });

  it.each<[unknown, string]>([
    [
      new TypeError("Cannot read properties of null (reading 'a')"),
      "Cannot read properties of null (reading 'a')",
    ],
    [new Error('일부러\n    at main (Code:12:3)\n    at other (Code:1:2)'), '일부러'],
    [new Error('일부러 at main (Code:12:3)'), '일부러'],
    [new Error('x'.repeat(500)), 'x'.repeat(160)],
    ['그냥 글', '그냥 글'],
    [undefined, 'undefined'],
  ])('%s is passed on, without a stack', (error, said) => {
    expect(troubleOf(error)).toMatchObject({ title: '일을 마치지 못했습니다', said });
  });
});
