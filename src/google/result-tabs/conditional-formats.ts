/**
 * Conditional formats of a result tab. A rule with one of our looks is ours and is replaced. Every other rule
 * is somebody else's and comes before ours.
 */
import { CONDITIONAL_LOOKS, type ConditionalFormat } from '../../sheets/output/grid/charts-and-formats.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/**
 * @param whole all cells of the tab. An area that reaches beyond them is cut off.
 * @returns false where the platform refused. The figures are right all the same, and
 * the next run tries again.
 */
export function setConditionalFormats(whole: Range, formats: readonly ConditionalFormat[]): boolean {
  const sheet = whole.getSheet();
  try {
    const present = sheet.getConditionalFormatRules();
    const others = present.filter((rule) => !isOurs(rule));
    if (formats.length === 0 && others.length === present.length) return true;
    sheet.setConditionalFormatRules([...others, ...formats.map((format) => ruleFor(format, whole))]);
    return true;
  } catch {
    return false;
  }
}

function isOurs(rule: Rule): boolean {
  const condition = rule.getBooleanCondition();
  return Object.values(CONDITIONAL_LOOKS).some(
    ({ background, color }) =>
      condition?.getBackground()?.toLowerCase() === background &&
      condition.getFontColor()?.toLowerCase() === color,
  );
}

function ruleFor({ area, when, look }: ConditionalFormat, whole: Range): Rule {
  const { background, color } = CONDITIONAL_LOOKS[look];
  const { row, column, rows, columns } = area;
  const builder = SpreadsheetApp.newConditionalFormatRule();
  return ('text' in when ? builder.whenTextEqualTo(when.text) : builder.whenFormulaSatisfied(when.formula))
    .setBackground(background)
    .setFontColor(color)
    .setRanges([whole.offset(row - 1, column - 1, Math.min(rows, whole.getNumRows() + 1 - row), columns)])
    .build();
}
