/**
 * Pushes the test build to a real sheet, as a script of its own. It never goes into the script that holds the
 * product.
 */
import { connectScript } from '../../../src/local/clasp/connect-script.ts';
import { createSpreadsheet } from '../../../src/local/clasp/create-spreadsheet.ts';
import type { Project } from '../../../src/local/clasp/project.ts';
import { pushScript } from '../../../src/local/clasp/push-script.ts';
import { scriptIdIn } from '../../../src/local/clasp/script-id.ts';
import { type Connection, connectionOf, requiredConnection } from '../../../src/local/clasp/settings.ts';
import { pushText } from '../../../src/local/commands/push.ts';
import { Failure } from '../../../src/local/failure.ts';
import { writeRules } from './build.ts';

export const HOST_CHECK: Project = {
  settings: '.clasp.host-check.json',
  isShared: false,
  folder: 'out/host-check',
  build: writeRules,
  commands: {
    create: 'npm run host-check -- --create',
    push: 'npm run host-check -- --push',
    connect: 'npm run host-check -- --id 스크립트ID',
  },
};

/**
 * Creates a spreadsheet with the test build.
 * @returns message for the user
 */
export async function createCheck(folder: string): Promise<string> {
  return pushed(folder, await createSpreadsheet(folder, 'host-check', HOST_CHECK));
}

/** Pushes the test build. `script` names an existing script to push to. */
export async function pushCheck(folder: string, script: string | undefined): Promise<string> {
  if (script !== undefined) {
    const id = scriptIdIn(script);
    const product = await connectionOf(folder);
    if (product?.scriptId === id) {
      throw new Failure(
        '공약장부가 들어 있는 스크립트입니다. 규칙 점검은 다른 스크립트에 올려야 합니다. npm run host-check -- --create로 새로 만들어 주세요.',
      );
    }
    await connectScript(folder, id, HOST_CHECK);
  }
  return pushed(folder, await requiredConnection(folder, HOST_CHECK));
}

async function pushed(folder: string, connection: Connection): Promise<string> {
  const text = pushText(await pushScript(folder, connection, HOST_CHECK), connection);
  const address =
    connection.spreadsheetId === null
      ? ''
      : `\nhttps://docs.google.com/spreadsheets/d/${connection.spreadsheetId}/edit`;
  return `${text}${address}\n스프레드시트의 메뉴 host-check → Run all rules를 누르면 결과가 새 탭에 적힙니다.`;
}
