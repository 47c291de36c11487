/** A text cut to a length, never within what a reader sees as one letter: an emoji of several parts, a flag, a syllable of single jamo. */
import { MARK } from './text-key.ts';

const END = '…';
/** What belongs to the letter before it: marks, joiners, colours of skin, vowels and final consonants of a syllable in single jamo. */
const GOES_ON = new RegExp(
  `^(?:${MARK}|\\u200d|[\\u1160-\\u11ff]|[\\u{1f3fb}-\\u{1f3ff}]|[\\u{e0020}-\\u{e007f}])`,
  'u',
);
const ENDS_OPEN = /(?:\u200d|[\ud800-\udbff])$/;
/** The halves of flags before a place, two a flag. */
const FLAG_HALVES = /(?:\ud83c[\udde6-\uddff])+$/;
const FLAG_HALF = /^\ud83c[\udde6-\uddff]/;
/** Longer than any letter of several parts: a text that is nothing but marks is cut all the same. */
const LONGEST_LETTER = 40;

/** The text; where it is longer, its beginning with `…`, `longest` characters at most. */
export function cutTo(text: string, longest: number, end = END): string {
  if (text.length <= longest) return text;
  const most = longest - end.length;
  let length = most;
  while (length > 0 && most - length < LONGEST_LETTER && !isBetweenLetters(text, length)) length -= 1;
  return text.slice(0, most - length < LONGEST_LETTER ? length : most) + end;
}

function isBetweenLetters(text: string, place: number): boolean {
  const before = text.slice(Math.max(0, place - LONGEST_LETTER), place);
  const after = text.slice(place, place + 2);
  if (ENDS_OPEN.test(before) || GOES_ON.test(after)) return false;
  const halves = FLAG_HALVES.exec(before)?.[0].length ?? 0;
  return !FLAG_HALF.test(after) || halves % 4 === 0;
}
