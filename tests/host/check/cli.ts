/**
 * `npm run host-check`: runs the rules of the platform in the local host, or pushes them to Google to run
 * there.
 */
import { parseArgs } from 'node:util';
import { refuseLostOptions } from '../../../src/local/commands/lost-options.ts';
import { Failure } from '../../../src/local/failure.ts';
import { createCheck, pushCheck } from './push.ts';
import { localRun } from './run-locally.ts';

const EXIT_DIFFERS = 1;
const EXIT_CANNOT = 2;

const OPTIONS = { create: { type: 'boolean' }, push: { type: 'boolean' }, id: { type: 'string' } } as const;

try {
  const given = process.argv.slice(2);
  refuseLostOptions(OPTIONS, { command: 'npm run host-check', given, environment: process.env });
  const { values } = parseArgs({ options: OPTIONS });
  if (values.create === true) console.log(await createCheck(process.cwd()));
  else if (values.push === true || values.id !== undefined) {
    console.log(await pushCheck(process.cwd(), values.id));
  } else {
    const { agrees, lines } = await localRun();
    console.log(lines.join('\n'));
    if (!agrees) process.exitCode = EXIT_DIFFERS;
  }
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = EXIT_CANNOT;
}
