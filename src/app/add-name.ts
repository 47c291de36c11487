/**
 * 분류에 더하기: appends a row to 분류 for a name that staff used in a log and 분류 does not list, as a name of its own
 * or as an alias.
 */

import { classificationOf, LONGEST_NAME } from '../sheets/input/classification.ts';
import { CLASSIFICATION_KINDS, type ClassificationKind } from '../sheets/input/classification-kinds.ts';
import { findHeadings, type Headings } from '../sheets/input/headings.ts';
import { NOTHING_KNOWN } from '../sheets/input/nothing-known.ts';
import { readRows } from '../sheets/input/rows/read-rows.ts';
import { classificationTab } from '../sheets/input/tabs.ts';
import { objectParticle, subjectParticle, topicParticle } from '../sheets/particles.ts';
import { personalDataIn } from '../sheets/personal-data.ts';
import type { RawTab } from '../sheets/raw.ts';
import { type StoppedAnswer, stopped, underLock } from './answers.ts';
import type { Environment } from './ports.ts';

export type AddNameAnswer = { readonly status: 'done'; readonly message: string } | StoppedAnswer;

/**
 * Adds a name to 분류. The four arguments come from the browser and may be anything: the kind, the name, the
 * listed name that it is an alias of (null: it becomes a name of its own), and for a handling status whether
 * it means finished.
 */
export function addName(
  environment: Environment,
  ...[kind, name, aliasOf, ended]: readonly unknown[]
): AddNameAnswer {
  const asked = askedName(kind, name, aliasOf, ended);
  if (asked === null) return stopped('더할 이름을 알 수 없습니다. 다시 계산한 뒤 점검에서 다시 눌러 주세요.');
  const answer = underLock(environment, () => appendName(environment, asked));
  if (answer.status === 'done') environment.screen.toast(answer.message);
  return answer;
}

interface AskedName {
  readonly kind: ClassificationKind;
  readonly name: string;
  readonly aliasOf: string | null;
  /** null: not stated, or not applicable. */
  readonly ended: boolean | null;
}

function askedName(kind: unknown, name: unknown, aliasOf: unknown, ended: unknown): AskedName | null {
  const known = Object.values(CLASSIFICATION_KINDS).find((each) => each === kind);
  if (known === undefined || typeof name !== 'string') return null;
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > LONGEST_NAME || personalDataIn(trimmed) !== null) return null;
  if (aliasOf !== null && typeof aliasOf !== 'string') return null;
  const saysEnd = known === CLASSIFICATION_KINDS.statuses && aliasOf === null && typeof ended === 'boolean';
  return { kind: known, name: trimmed, aliasOf, ended: saysEnd ? ended : null };
}

function appendName({ workbook }: Environment, { kind, name, aliasOf, ended }: AskedName): AddNameAnswer {
  const tab = classificationTab.name;
  const raw = workbook.read([tab]).get(tab);
  if (raw === undefined) {
    return stopped(`${tab} 탭이 없습니다. 메뉴 공약장부 → 설정 → 시트 준비를 누르면 생깁니다.`);
  }
  const headings = findHeadings(classificationTab, raw).headings;
  const cells = headings?.cells;
  const [kindColumn, nameColumn] = [cells?.get('kind')?.column, cells?.get('name')?.column];
  const aliasColumn = cells?.get('aliases')?.column;
  if (
    headings === null ||
    kindColumn === undefined ||
    nameColumn === undefined ||
    (aliasOf !== null && aliasColumn === undefined)
  ) {
    return stopped(
      `${tab} 탭에 종류, 이름, 별칭 제목이 모두 있어야 합니다. 제목을 되돌린 뒤 다시 눌러 주세요.`,
    );
  }
  if (aliasOf !== null && /[,，、\n]/.test(name)) {
    return stopped(
      `'${name}'에는 쉼표가 있어 별칭으로 더할 수 없습니다. 기록에서 이름을 하나로 고쳐 주세요.`,
    );
  }
  const names = classificationOf(readRows(classificationTab, raw, NOTHING_KNOWN).rows);
  const table = {
    소통: names.category,
    처리상황: names.status,
    출처: names.occasion,
    재원: names.fundingSources.table,
    이행구분: names.implementationStatus,
  }[kind];
  if (table.lists(name))
    return {
      status: 'done',
      message: `'${name}'${topicParticle(name)} 이미 ${tab} 탭에 있습니다. 다시 계산해 주세요.`,
    };
  if (aliasOf !== null && !table.lists(aliasOf)) {
    return stopped(
      `${tab} 탭에 이제 '${aliasOf}'${subjectParticle(aliasOf)} 없습니다. 다시 계산한 뒤 다시 눌러 주세요.`,
    );
  }
  const endColumn = cells?.get('ended')?.column;
  // A blank cell means 진행, so the column 처리 is only created for 끝.
  const made =
    ended === true && endColumn === undefined
      ? {
          row: headings.row,
          column: freeColumn(raw, headings),
          text: classificationTab.columns.ended.heading,
        }
      : null;
  const endedColumn = made?.column ?? endColumn;
  const row = workbook.appendInputRow(
    tab,
    new Map([
      [kindColumn, kind],
      [nameColumn, aliasOf ?? name],
      ...(aliasOf === null || aliasColumn === undefined ? [] : [[aliasColumn, name] as const]),
      ...(ended === null || endedColumn === undefined ? [] : [[endedColumn, ended ? '끝' : '진행'] as const]),
    ]),
    made,
  );
  workbook.flush();
  const how = aliasOf === null ? '' : ` '${aliasOf}'의 별칭으로`;
  return {
    status: 'done',
    message: `${tab} 탭 ${row}행에 '${name}'${objectParticle(name)}${how} 더했습니다. 다시 계산하면 집계됩니다.`,
  };
}

/** The number of the first empty column to the right of the headings, from 1. */
function freeColumn({ rows }: RawTab, { texts }: Headings): number {
  let column = texts.length;
  while (rows.some((cells) => (cells[column] ?? '') !== '')) column += 1;
  return column + 1;
}
