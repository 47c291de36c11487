/** The records behind the official sheet of pledge 1-6. */
import type { Records } from '../../src/domain/records.ts';
import {
  budgetPlans,
  category,
  executions,
  indicator,
  meetings,
  pledge,
  records,
  suggestions,
  targets,
} from './ledger.ts';

export const CATEGORIES = {
  openingBalance: category('opening balance', 'openingBalance'),
  mayor: category('mayor visit'),
  dong: category('dong new-year visit'),
  tea: category('tea meeting'),
  site: category('site visit'),
  policy: category('policy talk'),
  community: category('community day'),
  other: category('other'),
};

const { openingBalance, ...staffs } = CATEGORIES;

export const PLEDGE_1_6: Records = records({
  pledge: pledge({
    number: '1-6',
    continuing: true,
    startYear: 2022,
    endYear: 2026,
    totalCostWon: 27_000_000,
  }),
  indicators: [indicator({ target: 200 })],
  categories: Object.values(staffs),
  targets: targets(`
    2022 |  20
    2023 |  50
    2024 |  90
    2025 | 140
    2026 | 200`),
  meetings: meetings(
    [openingBalance, ...Object.values(staffs)],
    `
    2022       | opening balance     | 39 |    |
    2023-01    | dong new-year visit | 15 |    |
    2023-02-10 | mayor visit         |  1 |    | ~200
    2023-05    | tea meeting         | 10 | 11 |  100
    2023-09    | tea meeting         | 11 | 12 |  112
    2023-06-20 | site visit          |  1 |  2 |
    2023-07    | policy talk         | 13 | 13 |  411
    2023-10-14 | community day       |  1 | 20 | ~130
    2024-01    | dong new-year visit | 15 |    |
    2024-02    | mayor visit         |  1 |    | ~500
    2024-03    | policy talk         |  1 |    |
    2024-03-31 | tea meeting         |  0 |    |
    2024-03-31 | site visit          |  0 |    |
    2024-04-20 | tea meeting         |  1 |  4 |   30`,
  ),
  suggestions: suggestions(`
    2022-07    | first visit of 2022 | 212 |
    2023-01    | dong visits         |  96 | completed   | 2023-06-30
    2023-01    | dong visits         |  23 | inProgress
    2023-01    | dong visits         |  24 | midLongTerm
    2023-01    | dong visits         |  24 | notFeasible
    2023-01    | dong visits         |  19 | transferred
    2023-02-10 | mayor, new year     |   8 | inProgress
    2023-02-10 | mayor, new year     |   5 | underReview
    2023-02-10 | mayor, new year     |   1 | notFeasible
    2023-05-18 | mayor, to the dongs |   1 | inProgress
    2023-05-18 | mayor, to the dongs |   2 | underReview
    2024-01    | dong visits         | 186 |
    2024-02    | mayor, new year     |   5 |`),
  budgetPlans: budgetPlans(`
    2022 | district | 3000000
    2023 | district | 6000000
    2024 | district | 6000000
    2025 | district | 6000000
    2026 | district | 6000000`),
  executions: executions(`
    2022-12-20 | district | 1800000
    2023-06-15 | district | 2000000
    2023-12-15 | district | 1900000`),
});
