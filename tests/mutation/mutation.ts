/**
 * `npm run mutation`: would a test notice if a rule were different? Changes every condition, sum and text
 * of src/domain, src/sheets and src/app, one at a time, and runs the quick tests, for src/app those of the
 * built script too. Lists what none of them notices, with the reason where one is known. `npm run mutation
 * -- src/domain/date.ts` checks only that. `npm run mutation -- --one-in 10 src/app` tries every tenth
 * change, and says how far all may be from these; with `--from 3` other tenths. Fails if an area has fewer
 * noticed changes than its least percentage.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXPLAINED } from './explained.ts';
import { type ChangedFile, goneFrom, isReport, scoreOf, unnoticedIn } from './report.ts';
import { asked, environmentOf, isInSample } from './sample.ts';

const HOUSE = fileURLToPath(new URL('../..', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const REPORT = `${HOUSE}out/mutation/report.json`;
const QUICK = ['tests/domain', 'tests/sheets', 'tests/problems', 'tests/app'];
/** For each area: of 100 changes, how many must be noticed at least, and the folders whose tests are run. */
const AREAS = {
  'src/domain/': { least: 85, folders: QUICK },
  'src/sheets/': { least: 85, folders: QUICK },
  // Most use cases are tested in the script that is pushed.
  'src/app/': { least: 85, folders: [...QUICK, 'tests/bundle'] },
};

const { sample, paths } = asked(process.argv.slice(2));
installStryker();
let isEnough = true;
for (const [area, { least, folders }] of Object.entries(AREAS)) {
  const within = paths.length === 0 ? [area] : paths.filter((path) => `${path}/`.startsWith(area));
  if (within.length === 0) continue;
  runStryker(within, folders);
  if (!tell(area, changedFiles(), least)) isEnough = false;
}
process.exitCode = isEnough ? 0 : 1;

function installStryker(): void {
  if (existsSync(`${HERE}node_modules/.package-lock.json`)) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  execFileSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: HERE, stdio: 'inherit', shell });
}

function runStryker(within: readonly string[], folders: readonly string[]): void {
  const patterns = within.map((path) => (path.includes('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.ts`));
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
    {
      cwd: HOUSE,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...environmentOf({ sample, folders }),
        NODE_OPTIONS: '--import tsx',
        TZ: 'Asia/Seoul',
      },
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

/** The files with the changes that were tried. */
function changedFiles(): readonly ChangedFile[] {
  const report: unknown = JSON.parse(readFileSync(REPORT, 'utf8'));
  if (!isReport(report)) throw new Error(`${REPORT} is no report of Stryker`);
  return Object.entries(report.files).map(([path, file]) => ({
    path,
    ...file,
    mutants: file.mutants.filter(({ id }) => isInSample(id, sample)),
  }));
}

/** Prints the outcome of an area. Returns whether enough was noticed. */
function tell(area: string, files: readonly ChangedFile[], least: number): boolean {
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
  for (const file of files) {
    if (file.mutants.length > 0) console.log(scoreOf([file]).text, file.path);
  }
  const { percent, text } = scoreOf(files, sample);
  console.log(`${text} ${area}`);
  if (percent < least) console.log(`Less than ${least} % of these changes were noticed.`);
  return percent >= least;
}
