/** Changes in the archiving of closed years that no quick test has to notice. */
import type { Reason } from './reasons.ts';

export const IN_ARCHIVE: readonly Reason[] = [
  {
    why: 'The properties of archiving notice it (tests/properties/archived-work and archived-years), which are not among the quick tests.',
    changes: {
      'src/domain/archived-rows.ts': [
        ['records.suggestions ?? []', 'records.suggestions && []'],
        ['(day) => endOf(suggestion, day) !== null', '() => undefined'],
        ['endOf(suggestion, day) !== null', 'true'],
        ['endOf(suggestion, day) !== null', 'false'],
        ['endOf(suggestion, day) !== null', 'endOf(suggestion, day) === null'],
        [
          '[ ...archived.meetings.map(({ held: { row }, category }) => [row, category.name] as const), ...archived.suggestions.map(({ received: { row }, origin }) => [row, origin] as const), ]',
          '[]',
        ],
      ],
    },
  },
  {
    why: 'Asked for the type checker, or comes out the same: what stands there is compared with itself, or is the first either way.',
    changes: {
      'src/domain/archived-rows.ts': [
        ['[]', '["Stryker was here"]'],
        ['counted?.print', 'counted.print'],
      ],
      'src/domain/archiving.ts': [
        ['[]', '["Stryker was here"]'],
        ['!names.has(key)', 'true'],
        ['groups === null', 'true'],
        ['first === undefined', 'false'],
        ['sources.some(({ approximate }) => approximate)', 'sources.every(({ approximate }) => approximate)'],
      ],
      'src/domain/archive.ts': [
        ['[]', '["Stryker was here"]'],
        ['block.lastYear > last.lastYear', 'block.lastYear >= last.lastYear'],
        ['() => true', '() => undefined'],
        ['true', 'false'],
        ['key !== null', 'true'],
        ['[null]', '[]'],
      ],
      'src/domain/row-print.ts': [['groups?.approximate ?? null', 'groups?.approximate && null']],
    },
  },
  {
    why: 'A category of the sample whose line of the schedule has its own name, which a blank says too.',
    changes: {
      'src/sheets/sample.ts': [
        ["'시장방문'", '""'],
        ["'동 연두방문'", '""'],
        ["'구청장 차담회'", '""'],
      ],
    },
  },
];
