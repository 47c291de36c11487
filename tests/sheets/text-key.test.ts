import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactReadText, compactText, plainText, readText, textKey } from '../../src/sheets/text-key.ts';

describe('two spellings of one name', () => {
  it.each([
    { one: '시장방문', other: '시장방문'.normalize('NFD'), by: 'Hangul pasted from macOS' },
    { one: '추진 중', other: '추진중', by: 'a space inside' },
    { one: ' 추진중 ', other: '추진중', by: 'spaces at the ends' },
    { one: '추진\u00a0중', other: '추진중', by: 'a no-break space' },
    { one: '추진\u3000중', other: '추진중', by: 'an ideographic space' },
    { one: '추진\u200b중', other: '추진중', by: 'a zero-width space' },
    { one: '\ufeff추진중', other: '추진중', by: 'a byte order mark' },
    { one: '추진\u2060중', other: '추진중', by: 'a word joiner' },
    { one: '추진\u00ad중', other: '추진중', by: 'a soft hyphen' },
    { one: '추진\n중', other: '추진중', by: 'a line break' },
    { one: '추진\t중', other: '추진중', by: 'a tab' },
    { one: 'ＡＢＣ１２（가）', other: 'abc12(가)', by: 'full-width characters' },
    { one: '중ㆍ장기', other: '중·장기', by: 'U+318D' },
    { one: '중・장기', other: '중·장기', by: 'U+30FB' },
    { one: '중․장기', other: '중·장기', by: 'U+2024' },
    { one: '중•장기', other: '중·장기', by: 'U+2022' },
    { one: '중‧장기', other: '중·장기', by: 'U+2027' },
    { one: '중∙장기', other: '중·장기', by: 'U+2219' },
    { one: '중⋅장기', other: '중·장기', by: 'U+22C5' },
    { one: '중･장기', other: '중·장기', by: 'U+FF65' },
    { one: '온(全)동네', other: '온동네', by: 'Hanja in brackets' },
    { one: '공약(公約)이행', other: '공약이행', by: 'a word of Hanja in brackets' },
    { one: '온（全）동네 온(溫)마을', other: '온동네온마을', by: 'Hanja in full-width brackets' },
    { one: 'Q1', other: 'q1', by: 'capitals' },
  ])('have one key although they differ by $by', ({ one, other }) => {
    expect(textKey(one)).toBe(textKey(other));
  });

  it.each([
    { one: '시장방문', other: '구청장방문' },
    { one: '정책간담회', other: '정책간담회(동)' },
    { one: '중·장기', other: '중장기' },
    { one: '동 1', other: '동 2' },
    { one: '1 2', other: '12' },
    { one: '1-1\n1', other: '1-11' },
    { one: '공약(公約', other: '공약' },
  ])('have different keys: $one and $other', ({ one, other }) => {
    expect(textKey(one)).not.toBe(textKey(other));
  });

  it('have the same key after compacting', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => textKey(compactText(text)) === textKey(text)),
    );
  });
});

describe('compact text', () => {
  it.each([
    ['１２，３４５ 원', '12,345원'],
    ['2024．3．5．', '2024.3.5.'],
    ['（화）', '(화)'],
    ['중ㆍ장기', '중ㆍ장기'],
    [' \u3000\u00a0\u200b', ''],
  ])('of %o is %o', (typed, compact) => {
    expect(compactText(typed)).toBe(compact);
  });
});

describe('plain text', () => {
  it.each([
    ['2024. 3.   5.', '2024. 3. 5.'],
    ['가 \u3000\u00a0 나', '가 나'],
    ['가\n\n나', '가\n나'],
    [' 가', ' 가'],
  ])('of %o is %o', (typed, plain) => {
    expect(plainText(typed)).toBe(plain);
  });
});

describe('text to be read', () => {
  it.each([
    {
      typed: `2024. 3. 5.${' '.repeat(49_000)}`,
      read: '2024. 3. 5. ',
      compact: '2024.3.5.',
      by: 'its blanks are folded',
    },
    {
      typed: '가'.repeat(1000),
      read: '가'.repeat(1000),
      compact: '가'.repeat(1000),
      by: 'it is not too long',
    },
    { typed: '가'.repeat(1001), read: '…', compact: '…', by: 'nothing that anybody reads is so long' },
    {
      typed: `1.${'0'.repeat(1000)}5`,
      read: '…',
      compact: '…',
      by: 'it is never cut: what is left would be another number',
    },
  ])('$by', ({ typed, read, compact }) => {
    expect(readText(typed)).toBe(read);
    expect(compactReadText(typed)).toBe(compact);
  });

  it('has no more marks on a letter than any script uses', () => {
    const piled = `가${'\u0316\u0301'.repeat(20_000)}나`;
    expect(textKey(piled)).toHaveLength(32);
  });
});
