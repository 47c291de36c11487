/** Converts colours of a file (by index or theme, with a tint) to `#rrggbb`. */
import { type Element, parseXml } from '../package/xml.ts';

/** Excel's old palette, used by index in files of older programs. */
const INDEXED: readonly string[] =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );

const OFFICE_THEME =
  'ffffff 000000 e7e6e6 44546a 4472c4 ed7d31 a5a5a5 ffc000 5b9bd5 70ad47 0563c1 954f72'.split(' ');

/**
 * Theme colours in the order in which cells number them: the first two pairs are swapped against the theme
 * part.
 */
const THEME_ORDER = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(
  ' ',
);

/** The colours of a theme as six hexadecimal digits, in the order in which cells number them. */
export function themeColors(xml: string | null): readonly string[] {
  if (xml === null) return OFFICE_THEME;
  const theme = parseXml(xml);
  return THEME_ORDER.map((slot, index) => {
    // A system colour stores its last value.
    const { lastClr, val } = theme.childrenOf('themeElements', 'clrScheme', slot)[0]?.attributes ?? {};
    return (lastClr ?? val)?.toLowerCase() ?? OFFICE_THEME[index] ?? '000000';
  });
}

/** The `#rrggbb` of an element such as `<color theme="4" tint="-0.25"/>`; null: automatic or unknown. */
export function colorOf(element: Element | null, themeColors: readonly string[]): string | null {
  if (element === null) return null;
  const { rgb, theme, indexed = 64, tint = 0 } = element.attributes;
  const base =
    rgb?.slice(-6).toLowerCase() ??
    (theme === undefined ? INDEXED[Number(indexed)] : themeColors[Number(theme)]);
  if (base === undefined || !/^[0-9a-f]{6}$/.test(base)) return null;
  return `#${Number(tint) === 0 ? base : tinted(base, Number(tint))}`;
}

/** Changes the lightness by a tint: negative towards black, positive towards white. */
function tinted(base: string, tint: number): string {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(base.slice(at, at + 2), 16) / 255);
  const channels = [red ?? 0, green ?? 0, blue ?? 0];
  const most = Math.max(...channels);
  const least = Math.min(...channels);
  const lightness = (most + least) / 2;
  const moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  return channels
    .map((channel) => {
      const part = spread === 0 ? 0 : (channel - least) / spread - 0.5;
      return Math.round(Math.min(1, Math.max(0, moved + part * chroma)) * 255)
        .toString(16)
        .padStart(2, '0');
    })
    .join('');
}

/** `#ff8800` → `FFFF8800`: Excel puts the opacity first. Also accepts three digits and a missing `#`. */
export function argb(color: string): string {
  const digits = color.replace('#', '');
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `FF${six.slice(-6).toUpperCase()}`;
}
