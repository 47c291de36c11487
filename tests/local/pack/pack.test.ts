/** What somebody without Node is given, and what they read in it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript, versionOf } from '../../../src/local/build.ts';
import { createDocument, createHost } from '../../../src/local/host/host.ts';
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

describe.each([
  {
    given: [],
    edition: ORDINARY,
    packed: `out/pledge-ledger-${ORDINARY}`,
    menus: [{ title: '공약장부', addon: false }],
    says: ['확장 프로그램 → Apps Script', '시트 준비', '휴대전화', '.xlsx', 'Google Sheets로 저장'],
  },
  {
    given: ['--add-on'],
    edition: ADD_ON,
    packed: `out/pledge-ledger-add-on-${ADD_ON}`,
    menus: [{ title: '', addon: true }],
    says: ['script.google.com', '게시하기'],
  },
])('npm run pack $given', ({ given, edition, packed, menus, says }) => {
  const read = (name: string) => readFileSync(join(folder, packed, name), 'utf8');

  beforeAll(async () => {
    const { code, stdout, stderr } = await ended(folder, ['pack', ...given]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(packed);
  });

  it('writes the three files that are pasted, the notices, and the page that says how', () => {
    expect(readdirSync(join(folder, packed)).toSorted()).toEqual(
      ['Code.gs', 'Notices.html', 'Sidebar.html', 'appsscript.json', '설치방법.html'].toSorted(),
    );
  });

  it('has the menu where such a script has it', () => {
    expect(menusOf(read('Code.gs'))).toEqual(menus);
  });

  it('says its edition in the script, in the sidebar and on the page', () => {
    expect(versionOf(read('Code.gs'))).toBe(edition);
    expect(read('Sidebar.html')).toContain(`<meta name="edition" content="${edition}">`);
    expect(read('설치방법.html')).toContain(`<h1>공약장부 ${edition} 설치`);
  });

  it('writes over no folder that holds something else', async () => {
    writeFileSync(join(folder, packed, '메모.txt'), '총무팀에 건넴');
    const { stdout } = await ended(folder, ['pack', ...given]);
    expect(stdout).toContain(`${packed} 폴더에 다른 내용이 있어 그대로 두고`);
    expect(stdout).toContain(`${packed}-2 폴더에 썼습니다`);
    rmSync(join(folder, packed, '메모.txt'));
    rmSync(join(folder, `${packed}-2`), { recursive: true });
    expect((await ended(folder, ['pack', ...given])).stdout).not.toContain('다른 내용');
  });

  it('has the very files on the page, for its buttons to copy', () => {
    const page = read('설치방법.html');
    for (const name of ['Code.gs', 'Sidebar.html', 'appsscript.json']) {
      const [, text = ''] =
        new RegExp(`<textarea readonly id="${name}"[^>]*>\n([^<]*)</textarea>`).exec(page) ?? [];
      expect(text.replaceAll('&lt;', '<').replaceAll('&amp;', '&')).toBe(read(name));
      expect(page).toContain(`data-of="${name}"`);
    }
  });

  it('names every step of the way', () => {
    const page = read('설치방법.html');
    for (const words of [...says, "편집기에 'appsscript.json' 매니페스트 파일 표시", 'Ctrl</kbd>+<kbd>S']) {
      expect(page).toContain(words);
    }
  });
});
