import { places, type Rule, reference } from './rule.ts';

const FORMATS = 'spreadsheet/conditional-format-rule-builder';

export const CONDITIONAL_FORMATS: readonly Rule[] = [
  {
    name: 'conditional formats are what was set last, in their order, with what they were built of',
    source: reference(`${FORMATS}#whenformulasatisfiedformula`),
    expected: [
      ['A2:A9', 'CUSTOM_FORMULA', '=B2<A2', '#ffccee', null],
      ['B1', 'TEXT_EQUAL_TO', '오류', null, '#ff0000'],
    ],
    find: (scratch) => {
      const sheet = scratch.sheet();
      const builder = () => SpreadsheetApp.newConditionalFormatRule();
      const at = (place: string) => [sheet.getRange(place)];
      sheet.setConditionalFormatRules([
        builder().whenTextEqualTo('가').setBold(true).setRanges(at('Z1')).build(),
      ]);
      sheet.setConditionalFormatRules([
        builder()
          .whenFormulaSatisfied('=B2<A2')
          .setBackground('#FCE')
          .setBold(true)
          .setRanges(at('A2:A9'))
          .build(),
        builder().whenTextEqualTo('오류').setFontColor('#ff0000').setRanges(at('B1')).build(),
      ]);
      return sheet.getConditionalFormatRules().map((rule) => {
        const look = rule.getBooleanCondition();
        return [
          places(rule.getRanges()).join(),
          String(look?.getCriteriaType()),
          look?.getCriteriaValues().join() ?? null,
          look?.getBackground() ?? null,
          look?.getFontColor() ?? null,
        ];
      });
    },
  },
  {
    name: 'a conditional format can be kept beside new ones',
    source: reference('spreadsheet/sheet#setconditionalformatrulesrules'),
    expected: ['A1:A4', 'C3'],
    find: (scratch) => {
      const sheet = scratch.sheet();
      const rule = (place: string) =>
        SpreadsheetApp.newConditionalFormatRule()
          .whenTextEqualTo('가')
          .setBold(true)
          .setRanges([sheet.getRange(place)])
          .build();
      sheet.setConditionalFormatRules([rule('A1:A4'), rule('C2')]);
      const [kept] = sheet.getConditionalFormatRules();
      sheet.setConditionalFormatRules(kept === undefined ? [] : [kept, rule('C3')]);
      return sheet.getConditionalFormatRules().flatMap((one) => places(one.getRanges()));
    },
  },
];
