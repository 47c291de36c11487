import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { SUMMED_TABS } from '../../support/formulas/figure-formulas.ts';
import { allFigures, requireAgreement } from '../asked-figures.ts';
import { type EngineRun, peakMegabytes, timed } from '../measures.ts';
import { contentOf, tabsWith } from '../rows.ts';

/** The parts that we use, from its wasm.d.ts. Sheets are counted from 0, rows and columns from 1. */
interface Model {
  pauseEvaluation(): void;
  evaluate(): void;
  newSheet(): void;
  renameSheet(sheet: number, name: string): void;
  setUserInput(sheet: number, row: number, column: number, input: string): void;
  getFormattedCellValue(sheet: number, row: number, column: number): string;
}
interface IronCalcModule {
  initSync(options: { readonly module: Uint8Array }): unknown;
  readonly Model: new (name: string, locale: string, timeZone: string, language: string) => Model;
}

export async function ironCalcRun(rows: number): Promise<EngineRun> {
  const required = createRequire(new URL('../engines/package.json', import.meta.url));
  const script = required.resolve('@ironcalc/wasm');
  // The package is installed only for the benchmark, so the compiler does not know it.
  const { initSync, Model } = (await import(pathToFileURL(script).href)) as IronCalcModule;
  initSync({ module: readFileSync(required.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
  const { version } = JSON.parse(readFileSync(required.resolve('@ironcalc/wasm/package.json'), 'utf8'));

  const tabs = tabsWith(rows);
  const { figures, all } = allFigures(tabs);
  const model = new Model('bench', 'en', 'UTC', 'en');
  // Otherwise setting a cell recalculates everything.
  model.pauseEvaluation();
  const loaded = timed(() => {
    for (const [sheet, tab] of SUMMED_TABS.entries()) {
      if (sheet > 0) model.newSheet();
      model.renameSheet(sheet, tabs[tab]?.name ?? tab);
      for (const [row, cells] of (tabs[tab]?.rows ?? []).entries()) {
        for (const [column, cell] of cells.entries()) {
          const content = contentOf(cell);
          if (content !== null) model.setUserInput(sheet, row + 1, column + 1, String(content));
        }
      }
    }
  });
  const answers = SUMMED_TABS.length;
  model.newSheet();
  for (const [index, { formula }] of figures.entries()) model.setUserInput(answers, index + 1, 1, formula);
  const { ms } = timed(() => model.evaluate());
  requireAgreement(
    'IronCalc',
    figures,
    figures.map((_, index) => Number(model.getFormattedCellValue(answers, index + 1, 1).replaceAll(',', ''))),
  );
  return {
    version: String(version),
    load: loaded.ms,
    calculate: ms,
    computed: figures.length,
    formulas: all,
    peakMegabytes: peakMegabytes(),
  };
}
