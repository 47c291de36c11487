import type { Explained } from './report.ts';

export const EXPLAINED: readonly Explained[] = [];
