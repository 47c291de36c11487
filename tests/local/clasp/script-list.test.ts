/** Lists of scripts as people keep them, and what they are told of one that cannot be used. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { scriptsListedIn } from '../../../src/local/clasp/script-list.ts';
import { Failure } from '../../../src/local/failure.ts';

const ONE = '1MadeUpScriptOfTheFirstOne000000000000000000000000000000';
const OTHER = '1MadeUpScriptOfTheOtherOne000000000000000000000000000000';

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
    ['one of them twice', `${ONE}\n${OTHER}\n${ONE}\n`, [ONE, OTHER]],
    ['what each is of', `${ONE} 1-6 주민자치\n${OTHER}, 2-1 도서관\n`, ['1-6 주민자치', '2-1 도서관']],
    ['the address of the editor', `https://script.google.com/u/0/home/projects/${ONE}/edit`, [ONE]],
  ])('%s is read', async (_, text, names) => {
    writeFileSync(list, text);
    expect((await scriptsListedIn(list)).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['nothing in it', '', /목록\.txt 파일에 스크립트 ID가 없습니다\. 한 줄에 하나씩/],
    ['blank lines alone', '\n  \n\r\n', /목록\.txt 파일에 스크립트 ID가 없습니다/],
    [
      'a line that is no id',
      `${ONE}\n\n총무팀\n`,
      /목록\.txt 3번째 줄: '총무팀'은\(는\) 스크립트 ID가 아닙니다.*아직 아무 데에도/,
    ],
    [
      'the address of a spreadsheet',
      'https://docs.google.com/spreadsheets/d/1abc/edit',
      /1번째 줄: 스프레드시트의 주소가 아니라/,
    ],
  ])('with %s is refused with its line', async (_, text, says) => {
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
});
