import type { ConditionalLook } from '../../workbook/sheet-objects.ts';
import { type Element, elementText } from '../package/xml.ts';
import { colorOf } from './colors.ts';
import { argb } from './style-elements.ts';

/** What a `<dxf>` changes of a cell's look, as far as Sheets has it. */
export function lookOf(dxf: Element | undefined, theme: readonly string[]): ConditionalLook {
  const font = dxf?.child('font');
  const flag = (name: string) => {
    const element = font?.child(name);
    return element === undefined
      ? undefined
      : !['0', 'false', 'none'].includes(element.attributes.val ?? '1');
  };
  const pattern = dxf?.child('fill')?.child('patternFill');
  // Solid fills of rules say their colour in the place that other fills have for the colour behind a pattern.
  const background = colorOf(pattern?.child('bgColor') ?? pattern?.child('fgColor'), theme);
  const fontColor = colorOf(font?.child('color'), theme);
  const [bold, italic, underline, strikethrough] = ['b', 'i', 'u', 'strike'].map(flag);
  return {
    ...(background !== undefined && { background }),
    ...(fontColor !== undefined && { fontColor }),
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(underline !== undefined && { underline }),
    ...(strikethrough !== undefined && { strikethrough }),
  };
}

export function differentialStyle(look: ConditionalLook): string {
  const flag = (name: string, on: boolean | undefined) =>
    on === undefined ? '' : elementText(name, on ? {} : { val: name === 'u' ? 'none' : 0 });
  const font =
    flag('b', look.bold) +
    flag('i', look.italic) +
    flag('strike', look.strikethrough) +
    flag('u', look.underline) +
    (look.fontColor === undefined ? '' : elementText('color', { rgb: argb(look.fontColor) }));
  const { background } = look;
  const fill =
    background === undefined
      ? ''
      : elementText(
          'fill',
          {},
          elementText(
            'patternFill',
            { patternType: 'solid' },
            elementText('fgColor', { rgb: argb(background) }) +
              elementText('bgColor', { rgb: argb(background) }),
          ),
        );
  return elementText('dxf', {}, (font === '' ? '' : elementText('font', {}, font)) + fill);
}
