/**
 * `npm run mutation`: would a test notice if a rule were different? Changes every condition, sum and text of
 * src/domain and src/sheets, one at a time, and runs the quick tests. Lists what none of them notices, with
 * the reason where one is known. `npm run mutation -- src/domain/date.ts` checks only that. Fails if fewer
 * than 85 of 100 changes are noticed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXPLAINED } from './explained.ts';
import { type ChangedFile, goneFrom, isReport, scoreOf, unnoticedIn } from './report.ts';

const HOUSE = fileURLToPath(new URL('../..', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const REPORT = `${HOUSE}out/mutation/report.json`;
const AREAS = ['src/domain/', 'src/sheets/'];
const LEAST_PERCENT = 85;

const asked = process.argv.slice(2);
installStryker();
runStryker(asked.length > 0 ? asked : AREAS);
process.exitCode = tell(changedFiles()) ? 0 : 1;

function installStryker(): void {
  if (existsSync(`${HERE}node_modules/.package-lock.json`)) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  execFileSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: HERE, stdio: 'inherit', shell });
}

function runStryker(paths: readonly string[]): void {
  const patterns = paths.map((path) => (path.includes('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.ts`));
  const { status } = spawnSync(
    process.execPath,
    [
      `${HERE}node_modules/@stryker-mutator/core/bin/stryker.js`,
      'run',
      `${HERE}stryker.config.json`,
      '--mutate',
      patterns.join(','),
    ],
    // Stryker's own processes must also read TypeScript and use the platform's time zone.
    { cwd: HOUSE, stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '--import tsx', TZ: 'Asia/Seoul' } },
  );
  if (status !== 0) process.exit(status ?? 1);
}

function changedFiles(): readonly ChangedFile[] {
  const report: unknown = JSON.parse(readFileSync(REPORT, 'utf8'));
  if (!isReport(report)) throw new Error(`${REPORT} is no report of Stryker`);
  return Object.entries(report.files).map(([path, file]) => ({ path, ...file }));
}

/** Prints the outcome. Returns whether enough was noticed in every area. */
function tell(files: readonly ChangedFile[]): boolean {
  const unnoticed = unnoticedIn(files, EXPLAINED);
  // Unexplained changes come last, where they are seen.
  for (const explained of [true, false]) {
    for (const { path, line, original, replacement, why } of unnoticed) {
      if ((why !== null) !== explained) continue;
      console.log(`${path}:${line}  ${original}  →  ${replacement}${why === null ? '' : `  (${why})`}`);
    }
  }
  for (const { path, original } of goneFrom(files, EXPLAINED)) {
    console.log(`explained, and no longer there: ${path}  ${original}`);
  }
  console.log();
  for (const file of files) console.log(scoreOf([file]).text, file.path);
  let enough = true;
  for (const area of AREAS) {
    const within = files.filter(({ path }) => path.startsWith(area));
    if (within.length === 0) continue;
    const { percent, text } = scoreOf(within);
    console.log(`${text} ${area}`);
    if (percent < LEAST_PERCENT) enough = false;
  }
  if (!enough) console.log(`Less than ${LEAST_PERCENT} % of the changes were noticed.`);
  return enough;
}
