/** What somebody without Node is given, and what they read in it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { versionOf } from '../../../src/local/build.ts';
import { createDocument, createHost } from '../../../src/local/host/host.ts';
import { ended } from '../../support/command-line.ts';
import { NOW } from '../../support/running.ts';

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
    packed: `out/pledge-ledger-${packageJson.version}`,
    menus: [{ title: '공약장부', addon: false }],
    says: ['확장 프로그램 → Apps Script', '시트 준비', '휴대전화', '.xlsx', 'Google Sheets로 저장'],
  },
  {
    given: ['--add-on'],
    packed: `out/pledge-ledger-add-on-${packageJson.version}`,
    menus: [{ title: '', addon: true }],
    says: ['script.google.com', '게시하기'],
  },
])('npm run pack $given', ({ given, packed, menus, says }) => {
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

  it('says its version in the script and on the page', () => {
    expect(versionOf(read('Code.gs'))).toBe(packageJson.version);
    expect(read('설치방법.html')).toContain(`<h1>공약장부 ${packageJson.version} 설치`);
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
