/** Runs one measurement in a process and memory of its own: `job.ts NAME ROWS RUNS` prints JSON. */
import { hostRun, officeRun } from './jobs/host.ts';
import { hyperFormulaRun } from './jobs/hyperformula.ts';
import { ironCalcRun } from './jobs/ironcalc.ts';
import { kindsOfRuns } from './jobs/kinds-of-runs.ts';
import { libreOfficeRun } from './jobs/libreoffice.ts';

const JOBS: Readonly<Record<string, (rows: number, runs: number) => unknown>> = {
  host: hostRun,
  office: officeRun,
  kinds: kindsOfRuns,
  hyperformula: hyperFormulaRun,
  ironcalc: ironCalcRun,
  libreoffice: libreOfficeRun,
};

const [name = '', rows, runs] = process.argv.slice(2);
const job = JOBS[name];
if (job === undefined) throw new Error(`there is no job '${name}'`);
console.log(JSON.stringify(await job(Number(rows), Number(runs))));
