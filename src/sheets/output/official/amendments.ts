/** 수정사항: what was changed of the plan by the date, before and after, why and by which procedure. */
import type { PlanChange } from '../../../domain/plan-changes/plan-change.ts';
import type { Report } from '../../../domain/report.ts';
import { shownPeriod } from '../../raw.ts';
import type { GridRow } from '../grid/grid.ts';
import { boxHeading, boxLabel, boxText } from './cells.ts';
import { evenCells, type Frame, LABEL_COLUMNS } from './layout.ts';
import { spreadRow, under, wide } from './wide-cells.ts';

const LABEL = '수정사항';
const HEADINGS = ['항목', '당초', '변경', '사유', '절차'];

/** The text of the setting, and below it the table; the text alone where nothing was changed. */
export function amendmentRows(frame: Frame, { pledge, planChanges }: Report): readonly GridRow[] {
  const text = pledge.amendments ?? '';
  if (planChanges.length === 0)
    return [spreadRow(wide(boxLabel(LABEL), 1), wide(boxText(text), frame.width - 1))];
  const cells = (date: string, texts: readonly string[], cellOf: typeof boxText) => [
    wide(cellOf(date), LABEL_COLUMNS - 1),
    ...evenCells(frame, texts.map(cellOf), HEADINGS.length),
  ];
  const lines = [
    ...(text === '' ? [] : [[wide(boxText(text), frame.width - 1)]]),
    cells('일자', HEADINGS, boxHeading),
    ...planChanges.map((change) => cells(shownPeriod(change.date), textsOf(change), boxText)),
  ];
  return lines.map((line, index) =>
    spreadRow(index === 0 ? wide(boxLabel(LABEL), 1, lines.length) : under('boxLabel', 1), ...line),
  );
}

function textsOf({ told, reason, procedure }: PlanChange): readonly string[] {
  return [told.item, told.before, told.after, reason ?? '', procedure ?? ''];
}
