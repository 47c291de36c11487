import { createRequire } from 'node:module';
import { SUMMED_TABS } from '../../support/formulas/figure-formulas.ts';
import { figuresInReach, requireAgreement } from '../asked-figures.ts';
import { type EngineRun, peakMegabytes, timed } from '../measures.ts';
import { contentOf, tabsWith } from '../rows.ts';

/** The parts that we use: https://hyperformula.handsontable.com/api/classes/hyperformula.html */
interface Engine {
  addSheet(name: string): string;
  getSheetId(name: string): number | undefined;
  setSheetContent(sheet: number, rows: readonly (readonly string[])[]): void;
  getSheetValues(sheet: number): readonly (readonly unknown[])[];
}
interface HyperFormulaClass {
  readonly version: string;
  buildFromSheets(
    sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
    options: { readonly licenseKey: 'gpl-v3'; readonly maxRows: number },
  ): Engine;
}

/** Spare rows for the headings. */
const MORE_ROWS = 10;

export function hyperFormulaRun(rows: number): EngineRun {
  const required = createRequire(new URL('../engines/package.json', import.meta.url));
  // The package is installed only for the benchmark, so the compiler does not know it.
  const { HyperFormula } = required('hyperformula') as { readonly HyperFormula: HyperFormulaClass };
  const tabs = tabsWith(rows);
  const { figures, all } = figuresInReach(tabs, rows);
  const sheets = Object.fromEntries(
    SUMMED_TABS.map((tab) => [
      tabs[tab]?.name ?? tab,
      (tabs[tab]?.rows ?? []).map((row) => row.map(contentOf)),
    ]),
  );
  const loaded = timed(() =>
    HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3', maxRows: Math.max(1000, rows + MORE_ROWS) }),
  );
  const engine = loaded.result;
  const answers = engine.getSheetId(engine.addSheet('답'));
  if (answers === undefined) throw new Error('HyperFormula made no sheet');
  const { ms } = timed(() =>
    engine.setSheetContent(
      answers,
      figures.map(({ formula }) => [formula]),
    ),
  );
  requireAgreement(
    'HyperFormula',
    figures,
    engine.getSheetValues(answers).map(([value]) => Number(value)),
  );
  return {
    version: HyperFormula.version,
    load: loaded.ms,
    calculate: (ms * all) / figures.length,
    computed: figures.length,
    formulas: all,
    peakMegabytes: peakMegabytes(),
  };
}
