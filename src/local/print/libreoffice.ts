/** Finds LibreOffice, and lets it recalculate a file and convert it to another format. */
import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const USUAL_PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/libreoffice/program',
  '/snap/bin',
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
];

const PROGRAM_NAMES =
  process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];

/** The path of LibreOffice; null: not installed. */
export function findLibreOffice(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...USUAL_PLACES];
  const candidates = folders.flatMap((folder) => PROGRAM_NAMES.map((name) => join(folder, name)));
  return candidates.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

type ConversionFormat = 'pdf' | 'xlsx' | 'csv';

/**
 * Export filters. For csv: comma, quotation mark, UTF-8, from the first row, contents as shown, and at the
 * end -1 for one file per sheet (`name-sheet.csv`).
 */
const FILTERS: Record<ConversionFormat, string> = {
  pdf: 'pdf',
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1',
};

/** Without this, LibreOffice shows the results stored in a file and recalculates nothing. */
const RECALCULATE_ALWAYS =
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>';

const PROFILE_SETTINGS =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `${RECALCULATE_ALWAYS}</oor:items>\n`;

/** In milliseconds. */
const LONGEST_CONVERSION = 120_000;

/**
 * Opens a file in LibreOffice without a window, recalculates it, and converts it into a folder. Returns the
 * paths of the written files. Each call has its own profile, so calls can run in parallel and no user
 * settings apply.
 */
export async function convertWithLibreOffice(
  file: string,
  format: ConversionFormat,
  outputFolder: string,
): Promise<string[]> {
  const program = findLibreOffice();
  if (program === null) throw new Error('LibreOffice is not installed');
  const profile = mkdtempSync(join(tmpdir(), 'libreoffice-profile-'));
  try {
    mkdirSync(join(profile, 'user'));
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), PROFILE_SETTINGS);
    mkdirSync(outputFolder, { recursive: true });
    const { stdout, stderr } = await promisify(execFile)(
      program,
      [
        ...[
          `-env:UserInstallation=${pathToFileURL(profile).href}`,
          '--headless',
          '--norestore',
          '--nolockcheck',
        ],
        ...['--convert-to', FILTERS[format], '--outdir', outputFolder, file],
      ],
      { timeout: LONGEST_CONVERSION },
    );
    const written = convertedFiles(file, format, outputFolder);
    if (written.length === 0) {
      // LibreOffice exits with 0 even if it could not read the file.
      throw new Error(`LibreOffice wrote nothing for ${basename(file)}: ${stdout}${stderr}`.trim());
    }
    return written;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function convertedFiles(file: string, format: ConversionFormat, folder: string): string[] {
  const name = basename(file, extname(file));
  const isOfSheet = (entry: string) => entry.startsWith(`${name}-`) && entry.endsWith(`.${format}`);
  return readdirSync(folder)
    .filter((entry) => entry === `${name}.${format}` || isOfSheet(entry))
    .sort()
    .map((entry) => join(folder, entry));
}
