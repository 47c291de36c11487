/** Lists of scripts as people keep them, and the messages about entries that cannot be used. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { scriptsListedIn } from '../../../src/local/clasp/script-list.ts';
import { Failure } from '../../../src/local/failure.ts';

const ONE = '1MadeUpScriptOfTheFirstOne0000000000000000000000000000000';
const OTHER = '1MadeUpScriptOfTheOtherOne0000000000000000000000000000000';

let list = '';
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'list-'));
  list = join(folder, '목록.txt');
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('a list of scripts', () => {
  it.each([
    ['an id a line', `${ONE}\n${OTHER}\n`, [ONE, OTHER]],
    ['as Notepad writes it', `\ufeff${ONE}\r\n${OTHER}\r\n`, [ONE, OTHER]],
    ['blank lines between', `\n${ONE}\n\n   \n${OTHER}`, [ONE, OTHER]],
    ['comments', `# 총무팀\n${ONE}\n#${OTHER}\n`, [ONE]],
    ['one of them twice', `${ONE}\n${OTHER}\n${ONE}\n`, [ONE, OTHER]],
    ['one of them under two names', `${ONE} 도서관\n${ONE} 공원\n${ONE} 도서관`, ['도서관 · 공원']],
    [
      'an id as Google gave them long ago',
      'MAbCdEfGhIjKlMnOpQrStUvWxYz012345',
      ['MAbCdEfGhIjKlMnOpQrStUvWxYz012345'],
    ],
    ['what each is of', `${ONE} 1-6 주민자치\n${OTHER}, 2-1 도서관\n`, ['1-6 주민자치', '2-1 도서관']],
    ['the address of the editor', `https://script.google.com/u/0/home/projects/${ONE}/edit`, [ONE]],
  ])('%s is read', async (_, text, names) => {
    writeFileSync(list, text);
    expect((await scriptsListedIn(list)).scripts.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['nothing in it', '', /목록\.txt 파일에 스크립트 ID가 없습니다\. 한 줄에 하나씩/],
    ['blank lines alone', '\n  \n\r\n', /목록\.txt 파일에 스크립트 ID가 없습니다/],
    [
      'a line that is no id',
      `${ONE}\n\n총무팀\n`,
      /목록\.txt 파일을 고쳐.*아직 아무 데에도 올리지 않았습니다\.\n3번째 줄: '총무팀'은\(는\) 스크립트 ID가 아닙니다/,
    ],
    [
      'the address of a spreadsheet',
      'https://docs.google.com/spreadsheets/d/1abc/edit',
      /1번째 줄: 스프레드시트의 주소가 아니라/,
    ],
    ['several bad lines', `총무팀\n${ONE}\n도서관`, /\n1번째 줄: '총무팀'.*\n3번째 줄: '도서관'/],
    ['the id of a deployment', `AKfycb${ONE}`, /1번째 줄: .*배포 ID입니다.*프로젝트 설정/],
    ['the id of a spreadsheet', ONE.slice(0, 44), /스프레드시트의 ID입니다\(44자\).*57자/],
    ['an id whose end is lost', ONE.slice(0, 56), /56자입니다.*57자이니/],
    ['two ids in one', ONE + OTHER, /114자입니다/],
  ])('with %s is refused, naming the line', async (_, text, says) => {
    writeFileSync(list, text);
    await expect(scriptsListedIn(list)).rejects.toThrow(says);
    await expect(scriptsListedIn(list)).rejects.toBeInstanceOf(Failure);
  });

  it.each([
    ['that is not there', () => `${list}.없음`, /없음' 파일을 찾을 수 없습니다/],
    ['that is a folder', () => tmpdir(), /파일을 읽을 수 없습니다/],
  ])('%s is refused', async (_, path, says) => {
    await expect(scriptsListedIn(path())).rejects.toThrow(says);
  });

  it('says which lines name the same script', async () => {
    writeFileSync(list, `${ONE} 도서관\n\n${OTHER}\n${ONE} 공원\n`);
    expect((await scriptsListedIn(list)).doubled).toEqual([
      '1·4번째 줄의 스크립트 ID가 같습니다(도서관 · 공원). 한 번만 올립니다.',
    ]);
    writeFileSync(list, `${ONE}\n${OTHER}\n`);
    expect((await scriptsListedIn(list)).doubled).toEqual([]);
  });

  it.each([
    // 도서관 as saved by an older Notepad.
    ['EUC-KR', Buffer.concat([Buffer.from(`${ONE} `), Buffer.from('b5b5bcadb0fc', 'hex')])],
    ['UTF-16', Buffer.from(`\ufeff${ONE} 도서관`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(ONE, 'utf16le')],
  ])('in %s: the message asks for UTF-8', async (_, bytes) => {
    writeFileSync(list, bytes);
    await expect(scriptsListedIn(list)).rejects.toThrow(/인코딩을 UTF-8로 골라 저장/);
  });
});
