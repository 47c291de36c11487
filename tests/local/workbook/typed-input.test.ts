import { describe, expect, it } from 'vitest';
import { parseTyped } from '../../../src/local/workbook/typed-input.ts';

const KOREAN = { locale: 'ko_KR', year: 2024 };

/** The rules of the platform cover what a Korean spreadsheet makes of text. These tests cover the rest. */
describe('text written into a cell', () => {
  it.each([
    ['', { kind: 'blank' }],
    ['TRUE', { kind: 'boolean', value: true }],
    ['false', { kind: 'boolean', value: false }],
    ['=A1+1', { kind: 'formula', formula: '=A1+1' }],
    ['=', { kind: 'text', text: '=' }],
  ])('%j becomes what a person would get', (text, typed) => {
    expect(parseTyped(text, KOREAN)).toEqual(typed);
  });

  it('month/day/year is a date in an English spreadsheet only', () => {
    expect(parseTyped('3/5/2024', { locale: 'en_US', year: 2024 })).toMatchObject({ format: 'm/d/yyyy' });
    expect(parseTyped('3/5/2024', KOREAN)).toEqual({ kind: 'text', text: '3/5/2024' });
  });
});
