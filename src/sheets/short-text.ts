/**
 * Cuts a text to a length without splitting what a reader sees as one letter, such as an emoji of several
 * parts, a flag, or a syllable of single jamo.
 */
import { MARK } from './text-key.ts';

const END = '…';
/**
 * Characters that continue the letter before them: combining marks, joiners, skin tones, and the vowels and
 * final consonants of a syllable of single jamo.
 */
const GOES_ON = new RegExp(
  `^(?:${MARK}|\\u200d|[\\u1160-\\u11ff]|[\\u{1f3fb}-\\u{1f3ff}]|[\\u{e0020}-\\u{e007f}])`,
  'u',
);
const ENDS_OPEN = /(?:\u200d|[\ud800-\udbff])$/;
/** The flag halves just before a position. A flag has two halves of two UTF-16 units each. */
const FLAG_HALVES = /(?:\ud83c[\udde6-\uddff])+$/;
const FLAG_HALF = /^\ud83c[\udde6-\uddff]/;
/**
 * Longer than any letter of several parts. A text of nothing but marks is cut after looking back this far.
 */
const LONGEST_LETTER = 40;

/**
 * Returns the text unchanged if it fits, else its beginning with `…`: at most `longest` characters in all.
 */
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
