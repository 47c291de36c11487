/** Reads the id of a script in the forms that people copy. */
import { Failure } from '../failure.ts';

/** The placeholder in `.clasp.json` while there is no script. It is all capitals, which no real id is. */
const PLACEHOLDER = /^[A-Z_]*$/;
const ID = /^[\w-]{20,}$/;
/** https://script.google.com/u/0/home/projects/ID/edit, or the older https://script.google.com/d/ID/edit */
const EDITOR_ADDRESS = /^https:\/\/script\.google\.com\/(?:.*\/)?(?:projects|d)\/([\w-]+)/;
const SHEET_ADDRESS = /^https:\/\/(?:docs|drive)\.google\.com\//;
/** Start of a deployment id. The editor shows one after a deployment. */
const DEPLOYMENT = /^AKfyc/;
/**
 * Lengths of script and spreadsheet ids that begin with 1. Older script ids begin otherwise and have other
 * lengths.
 */
const LENGTH = 57;
const SHEET_LENGTH = 44;

const WHERE =
  '스프레드시트에서 확장 프로그램 → Apps Script → 프로젝트 설정을 열고 스크립트 ID를 복사해 주세요.';

/** Whether the text is a script id at all. */
export function isScriptId(text: string): boolean {
  return ID.test(text) && !PLACEHOLDER.test(text);
}

/**
 * The script id in a text that is the id or the address of the script's editor.
 * @throws {Failure} where it is something else, such as a spreadsheet's address.
 */
export function scriptIdIn(text: string): string {
  const copied = text.trim();
  const id = EDITOR_ADDRESS.exec(copied)?.[1] ?? copied;
  const wrong = whatItIsInstead(copied, id);
  if (wrong === null) return id;
  throw new Failure(`${wrong} ${WHERE}`);
}

function whatItIsInstead(copied: string, id: string): string | null {
  if (SHEET_ADDRESS.test(copied)) return '스프레드시트의 주소가 아니라 스크립트 ID가 필요합니다.';
  const named = `'${id}'은(는)`;
  if (DEPLOYMENT.test(id)) return `${named} 배포 ID입니다. 스크립트 ID가 필요합니다.`;
  if (!isScriptId(id)) return `'${id}'은(는) 스크립트 ID가 아닙니다.`;
  if (!id.startsWith('1') || id.length === LENGTH) return null;
  if (id.length === SHEET_LENGTH)
    return `${named} 스프레드시트의 ID입니다(${SHEET_LENGTH}자). 스크립트 ID는 ${LENGTH}자입니다.`;
  return `${named} ${id.length}자입니다. 스크립트 ID는 ${LENGTH}자이니, 앞뒤가 빠지거나 다른 글자가 붙지 않았는지 보세요.`;
}
