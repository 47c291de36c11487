/** 수정사항: plan changes up to the date: before, after, reason and procedure. */
import type { Change, PlanChange } from '../../../domain/plan-changes/plan-change.ts';
import type { Report } from '../../../domain/report.ts';
import { measureText, titleOfIndicator } from '../../indicator-words.ts';
import { withCommas } from '../../numbers.ts';
import { shownPeriod } from '../../raw.ts';
import type { GridRow } from '../grid/grid.ts';
import { boxHeading, boxLabel, boxText, WON_OF_MILLION } from './cells.ts';
import { type Frame, LABEL_COLUMNS, sharedCells } from './layout.ts';
import { coveredBelow, spreadRow, wide } from './wide-cells.ts';

const LABEL = '수정사항';
const HEADINGS = ['항목', '당초', '변경', '사유', '절차'];
/** Relative widths of these columns. Item and reason are texts (5 of 20 columns each), a value takes 3. */
const SHARES = [5, 3, 3, 5, 4];

/** The text of the setting with the table of plan changes below it; only the text where there are none. */
export function amendmentRows(frame: Frame, { pledge, planChanges, indicators }: Report): readonly GridRow[] {
  const text = pledge.amendments ?? '';
  if (planChanges.length === 0)
    return [spreadRow(wide(boxLabel(LABEL), 1), wide(boxText(text), frame.width - 1))];
  const cells = (date: string, texts: readonly string[], cellOf: typeof boxText) => [
    wide(cellOf(date), LABEL_COLUMNS - 1),
    ...sharedCells(frame, texts.map(cellOf), SHARES),
  ];
  const lines = [
    ...(text === '' ? [] : [[wide(boxText(text), frame.width - 1)]]),
    cells('일자', HEADINGS, boxHeading),
    ...planChanges.map((change) => cells(shownPeriod(change.date), textsOf(change, indicators), boxText)),
  ];
  return lines.map((line, index) =>
    spreadRow(index === 0 ? wide(boxLabel(LABEL), 1, lines.length) : coveredBelow('boxLabel', 1), ...line),
  );
}

function textsOf(
  { change, told, reason, procedure }: PlanChange,
  indicators: Report['indicators'],
): readonly string[] {
  const of = 'indicator' in change ? titleOfIndicator(change.indicator, indicators) : '';
  return [
    `${of}${told.item}`,
    valueText(change, change.before, told.before),
    valueText(change, change.after, told.after),
    reason ?? '',
    procedure ?? '',
  ];
}

/** A number in the unit that the sheet uses for it, anything else as typed: `36개소`, `6,600백만원`, `-`. */
function valueText(change: Change, value: Change['before'], typed: string): string {
  if (typeof value !== 'number') return typed;
  switch (change.item) {
    case 'finalTarget':
    case 'target':
      return measureText(value, change);
    case 'totalCost':
      return `${withCommas(value / WON_OF_MILLION)}백만원`;
    default:
      return typed;
  }
}
