import { describe, expect, it } from 'vitest';
import { cutTo } from '../../src/sheets/short-text.ts';

describe('a text that is cut', () => {
  it.each([
    { text: '총무팀', longest: 3, is: '총무팀' },
    { text: '총무팀장', longest: 3, is: '총무…' },
    { text: '가😀나다', longest: 3, is: '가…' },
    { text: '가😀나다', longest: 4, is: '가😀…' },
    { text: '가👩‍👩‍👧‍👦나다', longest: 8, is: '가…' },
    { text: '가👩‍👩‍👧‍👦나다', longest: 13, is: '가👩‍👩‍👧‍👦…' },
    { text: '가👍🏽나다', longest: 4, is: '가…' },
    { text: '가🇰🇷🇰🇷나', longest: 7, is: '가🇰🇷…' },
    { text: '가🇰🇷🇰🇷나', longest: 5, is: '가…' },
    { text: '가한글'.normalize('NFD'), longest: 5, is: `${'가'.normalize('NFD')}…` },
    { text: 'é'.normalize('NFD').repeat(3), longest: 4, is: `${'é'.normalize('NFD')}…` },
    { text: `가${'\u0301'.repeat(100)}`, longest: 60, is: `가${'\u0301'.repeat(58)}…` },
  ])('to $longest characters ($text) is $is', ({ text, longest, is }) => {
    expect(cutTo(text, longest)).toBe(is);
  });

  it('may end without a mark', () => {
    expect(cutTo('총무팀😀', 4, '')).toBe('총무팀');
  });
});
