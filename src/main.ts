/** Contents: exactly the functions that Google Sheets may call. */
import { type FillAnswer, fillSample } from './app/fill-sample.ts';
import { type RunAnswer, recalculate } from './app/recalculate.ts';
import { boundEnvironment } from './google/environment.ts';
import { addMenu } from './google/menu.ts';

/** Builds the menu when the spreadsheet is opened. */
export function onOpen(): void {
  addMenu();
}

/** Builds the menu when the add-on has just been installed. */
export function onInstall(): void {
  onOpen();
}

/** 전체 다시 계산. @param asOf `yyyy-mm-dd`; without it the date of the settings, or today. */
export function recalculateAll(asOf?: string): RunAnswer {
  return recalculate(boundEnvironment(), 'all', asOf ?? null);
}

/** 소통 누적 다시 계산. */
export function recalculateMeetings(): RunAnswer {
  return recalculate(boundEnvironment(), 'meetings', null);
}

/** 건의사항 현황 다시 계산. */
export function recalculateSuggestions(): RunAnswer {
  return recalculate(boundEnvironment(), 'suggestions', null);
}

/** 예산 집행 다시 계산. */
export function recalculateBudget(): RunAnswer {
  return recalculate(boundEnvironment(), 'budget', null);
}

/** 예시 데이터로 채우기. */
export function fillSampleData(): FillAnswer {
  return fillSample(boundEnvironment());
}
