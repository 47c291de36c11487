/** Names and values in one text cell of the records, as a spreadsheet is sure to give them back. */
import { describe, expect, it } from 'vitest';
import {
  escaped,
  namedValuesIn,
  namedValuesText,
  unescaped,
} from '../../../../src/sheets/output/records/named-values.ts';

const sign = (code: number) => String.fromCodePoint(code);

describe('a name in a record', () => {
  it.each([
    ['국비', '국비'],
    ['국비; 시비', '국비\\; 시비'],
    ['이용률=연', '이용률\\=연'],
    ['C:\\', 'C:\\\\'],
    ["'24년", "\\'24년"],
    ["구청장's", "구청장's"],
    [' 앞', '\\u{20}앞'],
    ['뒤 ', '뒤\\u{20}'],
    ['앞 뒤', '앞 뒤'],
    ['', ''],
  ])('%j is written %s, and read again', (name, written) => {
    expect(escaped(name, ';=')).toBe(written);
    expect(unescaped(written)).toBe(name);
  });

  it.each([
    [0x00, 0x1f],
    [0x7f, 0x9f],
    [0x2028, 0x2029],
    [0xfeff, 0xfeff],
    [0xfffe, 0xffff],
  ])('has its characters from %i to %i written as codes, and no others', (first, last) => {
    for (const code of [first, last]) {
      const name = `가${sign(code)}나`;
      expect(escaped(name, '')).toBe(`가\\u{${code.toString(16)}}나`);
      expect(unescaped(escaped(name, ''))).toBe(name);
    }
    // The codes beside these ranges are letters, signs or spaces that last inside a text.
    const beside = [first - 1, last + 1].filter((code) => code > 0 && ![0xfffd, 0xfffe].includes(code));
    for (const code of beside) expect(escaped(`가${sign(code)}나`, '')).toBe(`가${sign(code)}나`);
  });

  it('has half a letter written as a code', () => {
    expect(escaped('가\ud83d나', '')).toBe('가\\u{d83d}나');
    expect(escaped('가\ud800나\udfff다', '')).toBe('가\\u{d800}나\\u{dfff}다');
    expect(escaped('가😀나', '')).toBe('가😀나');
  });

  it('that somebody spoilt is still some text', () => {
    expect(unescaped('\\u{ffffff}')).toBe(sign(0x10ffff));
    expect(unescaped('\\가')).toBe('가');
    expect(unescaped('끝\\')).toBe('끝\\');
  });
});

describe('named values', () => {
  it('come back in order', () => {
    const values = [
      { name: '국비; 시비', value: '1=2' },
      { name: ' 가', value: '' },
      { name: '나', value: '3' },
    ];
    expect(namedValuesIn(namedValuesText(values))).toEqual(values);
    expect(namedValuesText(values)).toBe('국비\\; 시비=1=2; \\u{20}가=; 나=3');
  });

  it('keep their names where somebody took out the spaces between them', () => {
    expect(namedValuesIn('국비=1;시 비=2; 구 비=3')).toEqual([
      { name: '국비', value: '1' },
      { name: '시 비', value: '2' },
      { name: '구 비', value: '3' },
    ]);
  });

  it.each(['국비', '국비=1; 시비'])('are none in %s', (text) => {
    expect(namedValuesIn(text)).toBeNull();
  });
});
