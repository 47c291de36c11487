/** All rules of the platform that the local host must follow. */
import { A1_NOTATION } from './a1-notation.ts';
import { CHARTS } from './charts.ts';
import { CONDITIONAL_FORMATS } from './conditional-formats.ts';
import { DATA_VALIDATION } from './data-validation.ts';
import { DATES } from './dates.ts';
import { DEVELOPER_METADATA } from './developer-metadata.ts';
import { FORMULAS } from './formulas.ts';
import { LINES } from './lines.ts';
import { LOOKS } from './looks.ts';
import { MERGES } from './merges.ts';
import { NUMBER_FORMATS } from './number-formats.ts';
import { PROTECTION } from './protection.ts';
import type { Rule } from './rule.ts';
import { RUNTIME } from './runtime.ts';
import { SHEETS } from './sheets.ts';
import { STORES } from './stores.ts';
import { TYPED_INPUT } from './typed-input.ts';
import { WRITING } from './writing.ts';

export const RULES: readonly Rule[] = [
  ...A1_NOTATION,
  ...WRITING,
  ...TYPED_INPUT,
  ...NUMBER_FORMATS,
  ...DATES,
  ...LINES,
  ...SHEETS,
  ...LOOKS,
  ...MERGES,
  ...DATA_VALIDATION,
  ...CONDITIONAL_FORMATS,
  ...CHARTS,
  ...PROTECTION,
  ...DEVELOPER_METADATA,
  ...FORMULAS,
  ...STORES,
  ...RUNTIME,
];
