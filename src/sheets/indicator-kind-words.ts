/** Words for each kind of indicator, in tabs and in the sidebar. */
import type { IndicatorKind } from '../domain/indicators/indicator.ts';

export interface IndicatorWords {
  /** Title of the yearly table. */
  readonly title: string;
  /** Heading of the cumulative plan at the end of a year. */
  readonly plan: string;
  /** Heading of what a year added; null for kinds whose values are not summed. */
  readonly ofYear: string | null;
  /** Heading of the value at the end of a year. */
  readonly value: string;
  /** What a sentence calls the target of a year. */
  readonly planned: string;
}

const SUMMED = { plan: '누적 계획', ofYear: '그해 실적', value: '누적 실적', planned: '누적목표' };
const LAST = { plan: '계획', ofYear: null, value: '값', planned: '목표' };

const WORDS: Readonly<Record<IndicatorKind, IndicatorWords>> = {
  meetings: { title: '소통 누적과 이행률', ...SUMMED },
  cumulative: { title: '누적 실적과 이행률', ...SUMMED },
  level: { title: '값과 이행률', ...LAST },
  selfAssessed: { title: '자체평가', ...LAST },
};

export function indicatorWords({ kind }: { readonly kind: IndicatorKind }): IndicatorWords {
  return WORDS[kind];
}
