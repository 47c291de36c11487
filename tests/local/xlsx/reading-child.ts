/**
 * Opens a workbook in a process of its own. Prints one line of JSON with the outcome, the memory and the time
 * used.
 */
import { readFileSync } from 'node:fs';
import { openWorkbook, UnreadableWorkbook } from '../../../src/local/xlsx/index.ts';

async function outcome(path: string): Promise<string> {
  try {
    const { document } = await openWorkbook(readFileSync(path), 'a.xlsx');
    return `${document.sheets.reduce((rows, { values }) => rows + values.length, 0)} rows`;
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return error.code;
    throw error;
  }
}

const came = await outcome(process.argv[2] ?? '');
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(JSON.stringify({ came, megabytes: maxRSS / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 }));
