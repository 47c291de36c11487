/** Colours, from a script's notation to that of the document. */
import { NotImplementedError } from '../../errors.ts';

/**
 * A colour as `#rrggbb`; undefined for none. Scripts may use any CSS name, but only the names listed below
 * are supported.
 */
export function colorOf(color: unknown): string | undefined {
  if (color === null || color === undefined || color === '') return undefined;
  const text = String(color).toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return text.replace(/[0-9a-f]/g, '$&$&');
  const named = NAMED_COLORS[text];
  if (named === undefined) throw new NotImplementedError(`the color ${text}`);
  return named;
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
};
