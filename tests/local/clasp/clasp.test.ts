import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectScript } from '../../../src/local/clasp/connect-script.ts';
import { createSpreadsheet } from '../../../src/local/clasp/create-spreadsheet.ts';
import { pushScript } from '../../../src/local/clasp/push-script.ts';
import { requiredConnection } from '../../../src/local/clasp/settings.ts';
import { pushText } from '../../../src/local/commands/push.ts';
import { Failure } from '../../../src/local/failure.ts';
import { createDocument, createHost } from '../../../src/local/host/host.ts';
import { createCheck, HOST_CHECK, pushCheck } from '../../host/check/push.ts';
import { EDITION } from '../../support/bundle.ts';
import { type Ended, ended, endedHere } from '../../support/command-line.ts';
import { fillAnswer, NOW, runAnswer } from '../../support/running.ts';
import { endClasp } from './clasp-process.ts';
import { ACCESS_TOKEN, type FakeGoogle, type ScriptFile, startFakeGoogle } from './fake-google.ts';

vi.mock('../../../src/local/clasp/run-clasp.ts', async (original) => {
  const inItsOwnProcess = await original<typeof import('../../../src/local/clasp/run-clasp.ts')>();
  const { clasp } = await import('./clasp-process.ts');
  return {
    ...inItsOwnProcess,
    clasp: (...given: Parameters<typeof clasp>) =>
      (process.env.NODE_EXTRA_CA_CERTS === undefined ? inItsOwnProcess.clasp : clasp)(...given),
  };
});

const SHARED_SETTINGS = fileURLToPath(new URL('../../../.clasp.json', import.meta.url));
const LOCAL_SETTINGS = '.clasp.local.json';

let google: FakeGoogle;
/** The parts of a checkout that a push needs, and the user's home folder. */
let checkout: string;
let home: string;

beforeAll(async () => {
  google = await startFakeGoogle();
});

afterAll(async () => {
  await endClasp();
  await google.close();
});

beforeEach(() => {
  google.reset();
  const folder = mkdtempSync(join(tmpdir(), 'pledge-ledger-clasp-'));
  checkout = join(folder, 'checkout');
  home = join(folder, 'home');
  mkdirSync(checkout);
  mkdirSync(home);
  cpSync(SHARED_SETTINGS, join(checkout, '.clasp.json'));
  writeFileSync(join(home, 'certificate.pem'), google.certificate);
  logIn();
  // Hides the login, clasp settings and proxy of the person who runs the tests.
  for (const name of Object.keys(process.env)) {
    if (/^(?:clasp_|node_options$|(?:https?|no|all)_proxy$)/i.test(name)) vi.stubEnv(name, undefined);
  }
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  vi.stubEnv('HTTPS_PROXY', google.proxy);
  vi.stubEnv('NODE_EXTRA_CA_CERTS', join(home, 'certificate.pem'));
  return () => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  };
});

/** Writes the file that `clasp login` leaves behind. */
function logIn(expires: 'in the year 2100' | 'in 1970' = 'in the year 2100'): void {
  const token = {
    type: 'authorized_user',
    client_id: 'made-up',
    client_secret: 'made-up',
    refresh_token: 'made-up',
    access_token: ACCESS_TOKEN,
    expiry_date: expires === 'in 1970' ? 1 : Date.UTC(2100),
  };
  writeFileSync(join(home, '.clasprc.json'), JSON.stringify({ tokens: { default: token } }));
}

/** Runs the command in the checkout, in this process. */
const run = (...given: readonly string[]) => endedHere(checkout, given);
/** Runs the command as npm does. */
const runByNpm = (...given: readonly string[]) => ended(checkout, given);

const done = async (...given: readonly string[]) => stdoutOf(await run(...given));
const doneByNpm = async (...given: readonly string[]) => stdoutOf(await runByNpm(...given));

function stdoutOf({ code, stdout, stderr }: Ended): string {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const SCRIPT = '1MadeUpScriptOfSomebodyWhoHasOne0000000000000000000000000';

/** Makes a script at Google with these files. */
function existingScript(...files: readonly ScriptFile[]): void {
  google.scripts.set(SCRIPT, { title: '있던 스크립트', parentId: null, files });
}

const MANIFEST: ScriptFile = { name: 'appsscript', type: 'JSON', source: '{}' };

function connect(settings: object, file = LOCAL_SETTINGS): void {
  const shared = JSON.parse(readFileSync(SHARED_SETTINGS, 'utf8'));
  writeFileSync(join(checkout, file), JSON.stringify({ ...shared, ...settings }));
}

const settings = (file = LOCAL_SETTINGS): unknown => JSON.parse(readFileSync(join(checkout, file), 'utf8'));

const EXTENSIONS = { SERVER_JS: '.js', HTML: '.html', JSON: '.json' } as const;

/** The files of a script by their names in a folder. Each character stands for one byte. */
function arrived(id: string): Record<string, string> {
  const files = google.scripts.get(id)?.files ?? [];
  return Object.fromEntries(
    files.map(({ name, type, source }) => [
      `${name}${EXTENSIONS[type]}`,
      Buffer.from(source).toString('latin1'),
    ]),
  );
}

/** The files of a folder, without clasp's settings. Each character stands for one byte. */
function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== '.clasp.json')
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    paths.map((path) => [relative(join(checkout, folder), path), readFileSync(path, 'latin1')]),
  );
}

/** Runs the main job with the files that a script holds. */
function mainJob(id: string) {
  const files = google.scripts.get(id)?.files ?? [];
  const sourcesOf = (type: ScriptFile['type']) => files.filter((file) => file.type === type);
  const host = createHost({
    document: createDocument(),
    code: sourcesOf('SERVER_JS')
      .map(({ source }) => source)
      .join('\n'),
    html: Object.fromEntries(sourcesOf('HTML').map(({ name, source }) => [name, source])),
    now: () => NOW,
  });
  expect(fillAnswer(host.execute('fillSampleData')).status).toBe('done');
  return runAnswer(host.execute('recalculateAll', ['2024-03-31']));
}

const puts = () => google.requests.filter((request) => request.startsWith('PUT '));

/** One line of Korean that ends like a sentence. */
const ONE_SENTENCE = /^[^\n]*[가-힣][^\n]*[.)]$/;

async function failure(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => 'it did not fail',
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(Failure);
  const { message } = error as Failure;
  expect(message).toMatch(ONE_SENTENCE);
  return message;
}

describe('npm run create', () => {
  it('makes a spreadsheet whose script is byte for byte dist/, and does the main job', async () => {
    const before = readFileSync(join(checkout, '.clasp.json'));
    const said = await doneByNpm('create', '--title', '1-6 주민자치');
    const [[spreadsheetId, title] = []] = google.spreadsheets;
    const [[scriptId = '', script] = []] = google.scripts;
    expect(title).toBe('1-6 주민자치');
    expect(script).toMatchObject({ title: '1-6 주민자치', parentId: spreadsheetId });
    expect(Object.keys(filesIn('dist'))).toEqual(expect.arrayContaining(['Code.js', 'appsscript.json']));
    expect(arrived(scriptId)).toEqual(filesIn('dist'));
    expect(mainJob(scriptId)).toMatchObject({
      status: 'done',
      result: { meetings: { cumulative: 108, target: 200, ratePercent: 54 } },
    });
    expect(settings()).toMatchObject({ scriptId, parentId: spreadsheetId, rootDir: 'dist' });
    expect(readFileSync(join(checkout, '.clasp.json'))).toEqual(before);
    expect(said).toContain("스프레드시트 '1-6 주민자치'을(를) 만들고");
    expect(said).toContain('스크립트를 올렸습니다: ');
    expect(await doneByNpm('open')).toBe(
      `스프레드시트가 브라우저에서 열리지 않으면 이 주소를 열어 주세요: https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit\n`,
    );
  });

  it.each([
    ['the API switched off', { scriptApi: 'off', login: 'valid' }, /Apps Script API가 꺼져/],
    ['a login that is over', { scriptApi: 'on', login: 'revoked' }, /로그인이 만료/],
  ] as const)('with %s: says so before it makes anything', async (_, state, says) => {
    logIn('in 1970');
    google.state = state;
    expect(await failure(createSpreadsheet(checkout, '공약장부'))).toMatch(says);
    expect(google.spreadsheets.size).toBe(0);
    expect(existsSync(join(checkout, LOCAL_SETTINGS))).toBe(false);
  });

  it('names the leftover spreadsheet if its script could not be made', async () => {
    google.state = { ...google.state, createFails: true };
    expect(await failure(createSpreadsheet(checkout, '공약장부'))).toMatch(
      /빈 스프레드시트 '공약장부'이\(가\) 남았으면/,
    );
    expect(google.spreadsheets.size).toBe(1);
    expect(existsSync(join(checkout, LOCAL_SETTINGS))).toBe(false);
  });

  it('stays connected to a new spreadsheet if its script could not be fetched', async () => {
    google.state = { ...google.state, contentFails: true };
    await createSpreadsheet(checkout, '공약장부');
    const [scriptId] = google.scripts.keys();
    const [parentId] = google.spreadsheets.keys();
    expect(settings()).toMatchObject({ scriptId, parentId, rootDir: 'dist' });
  });

  it.each([LOCAL_SETTINGS, '.clasp.json'])(
    'leaves %s alone if it names a script, and makes nothing',
    async (file) => {
      connect({ scriptId: SCRIPT }, file);
      const before = settings(file);
      expect(await failure(createSpreadsheet(checkout, '공약장부'))).toMatch(
        new RegExp(`npm run push.*${file.replaceAll('.', '\\.')}`),
      );
      expect(settings(file)).toEqual(before);
      expect(google.requests).toEqual([]);
    },
  );
});

describe('npm run push', () => {
  it('replaces what the script held, and pushes nothing if nothing has changed', async () => {
    existingScript(MANIFEST, { name: 'Old', type: 'HTML', source: '<p>옛것</p>' });
    connect({ scriptId: SCRIPT });
    expect(await done('push')).toContain('스크립트를 올렸습니다: ');
    expect(arrived(SCRIPT)).toEqual(filesIn('dist'));
    expect(puts()).toHaveLength(1);
    expect(await done('push')).toMatch(/같아서 올리지 않았습니다/);
    expect(puts()).toHaveLength(1);
  });

  it('--script connects to an existing script, and keeps a copy of what it held', async () => {
    existingScript(MANIFEST, { name: '매크로', type: 'SERVER_JS', source: 'function 정리() {}\n' });
    const held = arrived(SCRIPT);
    const address = `https://script.google.com/u/0/home/projects/${SCRIPT}/edit`;
    const said = await done('push', '--id', address);
    expect(settings()).toMatchObject({ scriptId: SCRIPT, rootDir: 'dist' });
    expect(arrived(SCRIPT)).toEqual(filesIn('dist'));
    const copy = /파일은 (\S+) 폴더에 남겨/.exec(said)?.[1] ?? '';
    expect(filesIn(copy)).toEqual(held);
  });

  it('--script keeps no copy of an empty script', async () => {
    existingScript(MANIFEST);
    expect(await connectScript(checkout, SCRIPT)).toBeNull();
    expect(settings()).toMatchObject({ scriptId: SCRIPT });
    expect(readdirSync(join(checkout, 'out'))).toEqual([]);
  });

  it('--script does not connect a connected checkout to another script', async () => {
    connect({ scriptId: SCRIPT });
    const before = settings();
    expect(await failure(connectScript(checkout, SCRIPT.replace('1', '2')))).toMatch(
      /이미 다른 스크립트에 연결.*\.clasp\.local\.json/,
    );
    expect(settings()).toEqual(before);
  });

  it('--script does not connect to a script that Google does not know', async () => {
    expect(await failure(connectScript(checkout, SCRIPT))).toMatch(/찾을 수 없습니다/);
    expect(existsSync(join(checkout, LOCAL_SETTINGS))).toBe(false);
    expect(readdirSync(join(checkout, 'out'))).toEqual([]);
  });

  it('takes an id that somebody has written into .clasp.json, and warns that it could be committed', async () => {
    connect({ scriptId: SCRIPT }, '.clasp.json');
    const connection = await requiredConnection(checkout);
    expect(connection).toMatchObject({ file: '.clasp.json', scriptId: SCRIPT });
    expect(pushText(['dist/Code.js'], connection)).toContain('커밋되지 않게');
    connect({ scriptId: SCRIPT });
    expect(pushText(['dist/Code.js'], await requiredConnection(checkout))).not.toContain('커밋되지 않게');
  });

  it.each([
    [
      'the placeholder of .clasp.json',
      () => {},
      /아직 스프레드시트에 연결되어 있지 않습니다.*npm run create/,
    ],
    [
      'no settings',
      () => rmSync(join(checkout, '.clasp.json')),
      /아직 스프레드시트에 연결되어 있지 않습니다.*--id/,
    ],
    [
      'settings that are no JSON',
      () => writeFileSync(join(checkout, LOCAL_SETTINGS), '{ "scriptId": '),
      /\.clasp\.local\.json 파일을 읽을 수 없습니다/,
    ],
  ])('with %s: says what to do', async (_, prepare, says) => {
    prepare();
    expect(await failure(requiredConnection(checkout))).toMatch(says);
  });
});

describe('npm run push -- --all', () => {
  // The editor's Korean name for the file into which somebody has pasted the script.
  const OLDER: ScriptFile = { name: '코드', type: 'SERVER_JS', source: '// 공약장부 0.0.9\n' };
  const MACRO: ScriptFile = { name: '매크로', type: 'SERVER_JS', source: 'function 정리() {}\n' };
  const ids = ['1', '2', '3', '4'].map((number) => `${SCRIPT.slice(0, -1)}${number}`);
  const [older = '', strange = '', empty = '', unknown = ''] = ids;

  beforeEach(() => {
    const held: readonly (readonly [string, readonly ScriptFile[]])[] = [
      [older, [MANIFEST, OLDER]],
      [strange, [MANIFEST, MACRO]],
      [empty, [MANIFEST]],
    ];
    for (const [id, files] of held) google.scripts.set(id, { title: '', parentId: null, files });
    connect({ scriptId: SCRIPT });
  });

  const listOf = (...lines: readonly string[]) => writeFileSync(join(checkout, '목록.txt'), lines.join('\n'));
  const versionLines = (stdout: string) => stdout.split('\n').filter((line) => line.includes('판'));

  it('pushes to each, says which version each holds now, and keeps a copy of what was not ours', async () => {
    const before = settings();
    listOf(`${older} 총무팀`, '', strange, empty);
    const said = await done('push', '--all', '목록.txt');
    for (const id of [older, strange, empty]) expect(arrived(id)).toEqual(filesIn('dist'));
    expect(versionLines(said).map((line) => line.replace(/ 들어 있던.*/, ''))).toEqual(
      ['총무팀', strange, empty].map((name) => `${name}: 지금 ${EDITION} 판이 들어 있습니다.`),
    );
    const copy = /파일은 (\S+) 폴더에 남겨/.exec(said)?.[1] ?? '';
    expect(Object.keys(filesIn(copy))).toContain('매크로.js');
    expect(readdirSync(join(checkout, 'out'))).toHaveLength(1);
    expect(settings()).toEqual(before);
    expect(existsSync(join(checkout, '.clasp.push-all.json'))).toBe(false);
  });

  it('says why one cannot be pushed to, pushes to all others, and ends with 2', async () => {
    listOf(unknown, older);
    const { code, stdout, stderr } = await run('push', '--all', '목록.txt');
    expect(code).toBe(2);
    expect(stderr.trim()).toMatch(/^2곳 가운데 1곳에 올리지 못했습니다\. .*다시 실행해 주세요\.$/);
    const [first, second] = versionLines(stdout);
    expect(first).toMatch(new RegExp(`^${unknown}: 들어 있는 판을 알 수 없습니다.*찾을 수 없습니다`));
    expect(second).toBe(`${older}: 지금 ${EDITION} 판이 들어 있습니다.`);
  });

  it('says which version each still holds if .claspignore keeps everything back', async () => {
    writeFileSync(join(checkout, '.claspignore'), 'Sidebar.html\n');
    listOf(older);
    const { code, stdout } = await run('push', '--all', '목록.txt');
    expect(code).toBe(2);
    expect(stdout).toContain(`${older}: 지금 0.0.9 판이 들어 있습니다. 올리지 못했습니다.`);
    expect(puts()).toEqual([]);
  });

  it('pushes to none if a line of the list is no id', async () => {
    listOf(older, '총무팀');
    const { code, stdout, stderr } = await run('push', '--all', '목록.txt');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('2번째 줄');
    expect(google.requests).toEqual([]);
  });

  it('says once, with the names of all, that nobody is logged in', async () => {
    listOf(`${older} 총무팀`, `${older} 도서관`, strange);
    rmSync(join(home, '.clasprc.json'));
    const { code, stdout, stderr } = await run('push', '--all', '목록.txt');
    expect({ code, stdout: stdout.trim() }).toEqual({
      code: 2,
      stdout: '1·2번째 줄의 스크립트 ID가 같습니다(총무팀 · 도서관). 한 번만 올립니다.',
    });
    expect(stderr.match(/로그인되어 있지 않습니다/g)).toHaveLength(1);
    expect(stderr).toContain(`2곳 가운데 2곳에 올리지 않았습니다: 총무팀 · 도서관, ${strange}`);
  });

  it('is refused together with --script', async () => {
    const { code, stderr } = await run('push', '--all', '목록.txt', '--script', SCRIPT);
    expect({ code, stderr: stderr.trim() }).toEqual({
      code: 2,
      stderr: '--id와 --all은 함께 쓸 수 없습니다. 하나만 적어 주세요.',
    });
  });
});

describe('a .claspignore', () => {
  it.each([
    ['that keeps the sidebar back', 'Sidebar.html\n', /Sidebar\.html이\(가\) 빠져서/],
    ['that keeps everything back', '**/**\n', /Code\.js, Notices\.html, Sidebar\.html, appsscript\.json/],
  ])(
    '%s: nothing is pushed, and a message names the files that would be missing',
    async (_, ignored, says) => {
      existingScript(MANIFEST);
      connect({ scriptId: SCRIPT });
      writeFileSync(join(checkout, '.claspignore'), ignored);
      expect(await failure(pushScript(checkout, await requiredConnection(checkout)))).toMatch(says);
      expect(puts()).toEqual([]);
    },
  );
});

describe('npm run host-check', () => {
  /** The result of the menu action in a pushed script. */
  const checkOf = (id: string) => {
    const files = google.scripts.get(id)?.files ?? [];
    const code = files.flatMap(({ type, source }) => (type === 'SERVER_JS' ? [source] : [])).join('\n');
    return createHost({ document: createDocument(), code, now: () => NOW }).execute('checkHost').result;
  };

  it('--create makes a separate spreadsheet whose menu runs every rule, and leaves the product’s connection alone', async () => {
    connect({ scriptId: SCRIPT });
    const before = settings();
    const said = await createCheck(checkout);
    const [[spreadsheetId, title] = []] = google.spreadsheets;
    const [[scriptId = ''] = []] = google.scripts;
    expect(title).toBe('host-check');
    expect(said).toContain(`https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`);
    expect(arrived(scriptId)).toEqual(filesIn(HOST_CHECK.folder));
    expect(Object.keys(arrived(scriptId)).toSorted()).toEqual(['Code.js', 'appsscript.json']);
    expect(checkOf(scriptId)).toMatch(/^(\d+) of \1 rules agree, 0 differ$/);
    expect(settings()).toEqual(before);
    expect(settings(HOST_CHECK.settings)).toMatchObject({ scriptId, rootDir: HOST_CHECK.folder });
  });

  it('--script pushes to an existing script, never to the product’s', async () => {
    existingScript(MANIFEST);
    connect({ scriptId: SCRIPT });
    expect(await failure(pushCheck(checkout, SCRIPT))).toMatch(/공약장부가 들어 있는 스크립트/);
    expect(google.requests).toEqual([]);
    rmSync(join(checkout, LOCAL_SETTINGS));
    expect(await pushCheck(checkout, SCRIPT)).toContain('스크립트를 올렸습니다');
    expect(checkOf(SCRIPT)).toContain('0 differ');
    expect(await pushCheck(checkout, undefined)).toContain('같아서 올리지 않았습니다');
    expect(puts()).toHaveLength(1);
  });

  it('--push does not use the script in .clasp.json, which is the product’s', async () => {
    connect({ scriptId: SCRIPT }, '.clasp.json');
    expect(await failure(pushCheck(checkout, undefined))).toMatch(/npm run host-check -- --create/);
  });
});

interface Refusal {
  readonly what: string;
  readonly prepare: () => unknown;
  readonly says: RegExp;
}

const REFUSALS: readonly Refusal[] = [
  {
    what: 'an id that Google does not know',
    prepare: () => google.scripts.clear(),
    says: new RegExp(`'${SCRIPT}'인 스크립트를 찾을 수 없습니다.*스크립트 ID`),
  },
  {
    what: 'a login that cannot be read',
    prepare: () => writeFileSync(join(home, '.clasprc.json'), '{{'),
    says: /로그인 정보를 읽을 수 없습니다.*\.clasprc\.json.*npx clasp login/,
  },
  {
    what: 'a login that is over',
    prepare: () => {
      logIn('in 1970');
      google.state = { ...google.state, login: 'revoked' };
    },
    says: /로그인이 만료되었습니다.*npx clasp login/,
  },
  {
    what: 'the API switched off',
    prepare: () => {
      google.state = { ...google.state, scriptApi: 'off' };
    },
    says: /Apps Script API가 꺼져 있습니다.*https:\/\/script\.google\.com\/home\/usersettings/,
  },
  {
    what: 'no network',
    // Nothing listens on this port.
    prepare: () => vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:1'),
    says: /구글에 연결할 수 없습니다.*인터넷 연결/,
  },
  {
    what: 'a connection that somebody else answers',
    prepare: () => vi.stubEnv('NODE_EXTRA_CA_CERTS', undefined),
    says: /보안 연결을 확인할 수 없습니다.*NODE_EXTRA_CA_CERTS/,
  },
];

describe('a push that cannot be done', () => {
  it.each(REFUSALS)('$what: says what to do, and pushes nothing', async ({ prepare, says }) => {
    existingScript(MANIFEST);
    connect({ scriptId: SCRIPT });
    prepare();
    expect(await failure(pushScript(checkout, await requiredConnection(checkout)))).toMatch(says);
    expect(puts()).toEqual([]);
  });

  it('ends with 2 and one clear line if nobody is logged in', async () => {
    connect({ scriptId: SCRIPT });
    rmSync(join(home, '.clasprc.json'));
    const { code, stdout, stderr } = await runByNpm('push');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd()).toMatch(ONE_SENTENCE);
    expect(stderr).toMatch(/로그인되어 있지 않습니다.*npx clasp login/);
    expect(google.requests).toEqual([]);
  });
});

describe('npm run open', () => {
  it('opens the script if the spreadsheet is unknown', async () => {
    connect({ scriptId: SCRIPT });
    const said = await doneByNpm('open');
    expect(said).toContain(`https://script.google.com/d/${SCRIPT}/edit`);
    expect(said).toContain('스크립트 편집기를 엽니다');
  });
});
