/** Bundled separately, like the product, and run by plain Node: `phases-job.js ROWS RUNS` prints JSON. */
import { phasesOf } from './phases.ts';

const [rows, runs] = process.argv.slice(2);
console.log(JSON.stringify(phasesOf(Number(rows), Number(runs))));
