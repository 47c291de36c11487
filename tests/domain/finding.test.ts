import { expect, it } from 'vitest';
import { FINDING_CODES, rankOfCode, severityOf, weightOf } from '../../src/domain/finding.ts';

it('the kinds of findings stand in 점검 from the worst to the lightest', async () => {
  const lines = FINDING_CODES.toSorted()
    .sort((one, other) => rankOfCode(one) - rankOfCode(other))
    .map((code) => `${severityOf({ problem: { code } })} ${weightOf({ code })} ${code}\n`);
  await expect(lines.join('')).toMatchFileSnapshot('finding-kinds.expected.txt');
});
