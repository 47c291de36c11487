import { inferred, places, type Rule, reference, refusal, refused, type Sheet } from './rule.ts';

function columnChart(sheet: Sheet): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
  sheet.getRange('A1:C3').setValues([
    ['연도', '계획', '실적'],
    ['가', 1, 2],
    ['나', 3, 4],
  ]);
  return sheet
    .newChart()
    .asColumnChart()
    .setNumHeaders(1)
    .setOption('title', '누적')
    .setOption('width', 480)
    .addRange(sheet.getRange('A1:A3'))
    .addRange(sheet.getRange('C1:C3'))
    .setPosition(5, 2, 10, 4);
}

function said(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart | undefined) {
  if (chart === undefined) return null;
  const { getAnchorRow, getAnchorColumn } = placeOf(chart);
  return [
    places(chart.getRanges()).join(),
    getAnchorRow,
    getAnchorColumn,
    String(chart.getOptions().get('title')),
  ];
}

function placeOf(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart) {
  const info = chart.getContainerInfo();
  return { getAnchorRow: info.getAnchorRow(), getAnchorColumn: info.getAnchorColumn() };
}

export const CHARTS: readonly Rule[] = [
  {
    name: 'a chart is in a sheet once it is inserted, has its id from then on, and keeps what it was built with',
    source: reference('spreadsheet/embedded-chart#getchartid'),
    expected: {
      before: [0, null],
      after: [1, true],
      said: ['A1:A3,C1:C3', 5, 2, '누적'],
      offsets: [10, 4],
      headers: 1,
    },
    find: (scratch) => {
      const sheet = scratch.sheet();
      const chart = columnChart(sheet).build();
      const before = [sheet.getCharts().length, chart.getChartId()];
      sheet.insertChart(chart);
      const charts = sheet.getCharts();
      const [made] = charts;
      const info = made?.getContainerInfo();
      return {
        before,
        after: [charts.length, typeof made?.getChartId() === 'number'],
        said: said(made),
        offsets: [info?.getOffsetX() ?? null, info?.getOffsetY() ?? null],
        headers: made?.getNumHeaders() ?? null,
      };
    },
  },
  {
    name: 'a chart that is modified changes once it is updated: the same chart, with what the change does not name as it was',
    source: reference('spreadsheet/sheet#updatechartchart'),
    expected: {
      modified: ['A1:A3,C1:C3', 5, 2, '누적'],
      updated: ['A1:B3', 7, 1, '누적'],
      kept: [1, 480],
      same: true,
      removed: 0,
    },
    find: (scratch) => {
      const sheet = scratch.sheet();
      sheet.insertChart(columnChart(sheet).build());
      const [chart] = sheet.getCharts();
      if (chart === undefined) return 'no chart';
      const change = chart
        .modify()
        .clearRanges()
        .addRange(sheet.getRange('A1:B3'))
        .setPosition(7, 1, 0, 0)
        .build();
      const modified = said(sheet.getCharts()[0]);
      sheet.updateChart(change);
      const [updated] = sheet.getCharts();
      if (updated === undefined) return 'no chart any more';
      const found = {
        modified,
        updated: said(updated),
        kept: [updated.getNumHeaders(), Number(updated.getOptions().get('width'))],
        same: updated.getChartId() === chart.getChartId(),
      };
      sheet.removeChart(updated);
      return { ...found, removed: sheet.getCharts().length };
    },
  },
  {
    name: 'a chart that is not in the sheet cannot be updated there',
    source: inferred('spreadsheet/sheet#updatechartchart'),
    expected: refused('Embedded chart does not exist in this sheet.'),
    find: (scratch) => {
      const sheet = scratch.sheet();
      return refusal(() => sheet.updateChart(columnChart(sheet).build()));
    },
  },
];
