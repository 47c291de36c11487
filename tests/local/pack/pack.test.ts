/** The package for a person without Node, and what its page says. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { bundleScript, versionOf } from '../../../src/local/build.ts';
import { createDocument, createHost } from '../../../src/local/host/host.ts';
import { NOTES } from '../../../src/local/pack/notes.ts';
import { ended } from '../../support/command-line.ts';
import { NOW } from '../../support/running.ts';

const [{ edition: ORDINARY }, { edition: ADD_ON }] = await Promise.all([
  bundleScript(),
  bundleScript(undefined, 'add-on'),
]);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const menusOf = (code: string) => {
  const host = createHost({ document: createDocument(), code, now: () => NOW });
  host.execute('onOpen');
  return host.menus.map(({ title, addon }) => ({ title, addon }));
};

it('the release notes are of the version of the package', () => {
  expect(NOTES.version).toBe(packageJson.version);
});

describe.each([
  {
    given: [],
    edition: ORDINARY,
    packed: `out/pledge-ledger-${ORDINARY}`,
    menus: [{ title: '공약장부', addon: false }],
    says: [
      '확장 프로그램 → Apps Script',
      '제목 없는 프로젝트',
      '시트 준비',
      '휴대전화',
      '.xlsx',
      'Google Sheets로 저장',
      'onOpen',
      '모두 표시',
      '구글이 예약(트리거)을 보여 주지 않아',
      'admin_policy_enforced',
      'https://www.googleapis.com/auth/script.scriptapp',
      '사본 만들기',
    ],
  },
  {
    given: ['--add-on'],
    edition: ADD_ON,
    packed: `out/pledge-ledger-add-on-${ADD_ON}`,
    menus: [{ title: '', addon: true }],
    says: [
      'script.google.com',
      '브랜딩',
      '데이터 액세스',
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      '220×140',
      '배포 테스트',
      '배포 관리',
      '새 배포는 누르지 않습니다',
      '24시간',
      '애드온에서는 매월 자동 계산을 쓸 수 없습니다',
    ],
  },
])('npm run pack $given', ({ given, edition, packed, menus, says }) => {
  const read = (name: string) => readFileSync(join(folder, packed, name), 'utf8');

  beforeAll(async () => {
    const { code, stdout, stderr } = await ended(folder, ['pack', ...given]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(packed);
  });

  it('writes the three files to paste, the notices, and the page with instructions', () => {
    expect(readdirSync(join(folder, packed)).toSorted()).toEqual(
      ['Code.gs', 'Notices.html', 'Sidebar.html', 'appsscript.json', '설치방법.html'].toSorted(),
    );
  });

  it('has the menu where that kind of script has it', () => {
    expect(menusOf(read('Code.gs'))).toEqual(menus);
  });

  it('states its edition in the script, in the sidebar and on the page', () => {
    expect(versionOf(read('Code.gs'))).toBe(edition);
    expect(read('Sidebar.html')).toContain(`<meta name="edition" content="${edition}">`);
    expect(read('설치방법.html')).toContain(`<h1>공약장부 ${edition} 설치`);
  });

  it('does not overwrite a folder that holds something else', async () => {
    writeFileSync(join(folder, packed, '메모.txt'), '총무팀에 건넴');
    const { stdout } = await ended(folder, ['pack', ...given]);
    expect(stdout).toContain(`${packed} 폴더에 다른 내용이 있어 그대로 두고`);
    expect(stdout).toContain(`${packed}-2 폴더에 썼습니다`);
    rmSync(join(folder, packed, '메모.txt'));
    rmSync(join(folder, `${packed}-2`), { recursive: true });
    expect((await ended(folder, ['pack', ...given])).stdout).not.toContain('다른 내용');
  });

  it('has exactly these files on the page, for its buttons to copy', () => {
    const page = read('설치방법.html');
    for (const name of ['Code.gs', 'Sidebar.html', 'appsscript.json']) {
      const [, text = ''] =
        new RegExp(`<textarea readonly id="${name}"[^>]*>\n([^<]*)</textarea>`).exec(page) ?? [];
      expect(text.replaceAll('&lt;', '<').replaceAll('&amp;', '&')).toBe(read(name));
      expect(page).toContain(`data-of="${name}"`);
    }
  });

  it('explains for an update that the files exist already, and what to do afterwards', () => {
    const [, part = ''] = read('설치방법.html').split('<h2>새 판으로 바꿀 때</h2>');
    const [steps = ''] = part.split('<h2>');
    expect(steps).toContain('이미 있는 <b>Code.gs</b>');
    expect(steps).not.toContain('파일</b> 옆의 <b>+</b>');
    for (const step of NOTES.steps) expect(steps).toContain(step);
  });

  it('refers only to the folder, and names exactly the permissions of its manifest', () => {
    const page = read('설치방법.html');
    expect(page).not.toMatch(/README|저장소/);
    const asked = new Set(page.match(/https:\/\/www\.googleapis\.com\/auth\/[\w.]+/g));
    expect([...asked].toSorted()).toEqual(JSON.parse(read('appsscript.json')).oauthScopes.toSorted());
  });

  it('names every step of the installation', () => {
    const page = read('설치방법.html');
    for (const words of [...says, "편집기에 'appsscript.json' 매니페스트 파일 표시", 'Ctrl</kbd>+<kbd>S']) {
      expect(page).toContain(words);
    }
  });
});
