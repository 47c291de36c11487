/** The id of a script, in whatever form a person has copied it. */
import { Failure } from '../failure.ts';

/** What stands in `.clasp.json` while there is no script yet: capitals alone, as no id of Google's has them. */
const PLACEHOLDER = /^[A-Z_]*$/;
const ID = /^[\w-]{20,}$/;
/** https://script.google.com/u/0/home/projects/ID/edit, or the older https://script.google.com/d/ID/edit */
const EDITOR_ADDRESS = /^https:\/\/script\.google\.com\/(?:.*\/)?(?:projects|d)\/([\w-]+)/;
const SHEET_ADDRESS = /^https:\/\/(?:docs|drive)\.google\.com\//;

/** Whether a script is named there at all. */
export function isScriptId(text: string): boolean {
  return ID.test(text) && !PLACEHOLDER.test(text);
}

/** The id itself, from the id or from the address of the script's editor. */
export function scriptIdIn(text: string): string {
  const copied = text.trim();
  if (SHEET_ADDRESS.test(copied)) {
    throw new Failure(
      '스프레드시트의 주소가 아니라 스크립트 ID가 필요합니다. 스프레드시트에서 확장 프로그램 → Apps Script → 프로젝트 설정을 열고 스크립트 ID를 복사해 주세요.',
    );
  }
  const id = EDITOR_ADDRESS.exec(copied)?.[1] ?? copied;
  if (isScriptId(id)) return id;
  throw new Failure(
    `'${copied}'은(는) 스크립트 ID가 아닙니다. 스프레드시트에서 확장 프로그램 → Apps Script → 프로젝트 설정을 열고 스크립트 ID를 복사해 주세요.`,
  );
}
