/**
 * Looks of a cell that have four methods each. For example, `FontWeight` has `getFontWeight`,
 * `setFontWeight`, `getFontWeights` and `setFontWeights`.
 */
import type { CellStyle } from '../../../workbook/document.ts';
import type { StyleChange } from '../../../workbook/grid.ts';
import { ServiceError } from '../../errors.ts';
import { Service, ServiceOf, signatureError } from '../../service.ts';
import { colorOf } from './colors.ts';

/** The name of the general format that scripts get. */
const GENERAL_FORMAT = '0.###############';

export const LOOKS = {
  NumberFormat: look(
    ({ numberFormat }) => (numberFormat.toLowerCase() === 'general' ? GENERAL_FORMAT : numberFormat),
    (format) => {
      if (typeof format !== 'string') throw signatureError('SpreadsheetApp.Range.setNumberFormat', [format]);
      return { numberFormat: format === '' ? 'General' : format };
    },
  ),
  FontWeight: look(
    ({ bold }) => (bold === true ? 'bold' : 'normal'),
    (weight) => ({ bold: weight === 'bold' ? true : undefined }),
  ),
  FontStyle: look(
    ({ italic }) => (italic === true ? 'italic' : 'normal'),
    (style) => ({ italic: style === 'italic' ? true : undefined }),
  ),
  FontColor: look(
    ({ fontColor }) => fontColor ?? '#000000',
    (color) => ({ fontColor: colorOf(color) }),
  ),
  FontSize: look(
    ({ fontSize }) => fontSize ?? 10,
    (size) => {
      if (typeof size !== 'number') throw signatureError('SpreadsheetApp.Range.setFontSize', [size]);
      return { fontSize: size };
    },
  ),
  Background: look(
    ({ background }) => background ?? '#ffffff',
    (color) => ({ background: colorOf(color) }),
  ),
  HorizontalAlignment: look(
    ({ horizontalAlignment }): string => horizontalAlignment ?? 'general',
    (alignment) => ({
      horizontalAlignment: oneOf(['left', 'center', 'right'], ['normal', 'general', null], alignment),
    }),
  ),
  VerticalAlignment: look(
    ({ verticalAlignment }): string => verticalAlignment ?? 'bottom',
    (alignment) => ({ verticalAlignment: oneOf(['top', 'middle', 'bottom'], [null], alignment) }),
  ),
  /** Without a chosen wrap strategy a cell reports that it wraps. */
  Wrap: look(
    ({ wrap }) => wrap === undefined || wrap === 'wrap',
    (wraps) => ({ wrap: wraps === true ? 'wrap' : 'overflow' }),
  ),
};

/** A text style. Properties that are not set leave the cell as it is. */
export class TextStyle extends ServiceOf<StyleChange> {}

export class TextStyleBuilder extends Service {
  style: StyleChange = {};

  setBold(bold: unknown): this {
    return this.#with(LOOKS.FontWeight.change(bold === true ? 'bold' : 'normal'));
  }

  setFontSize(size: unknown): this {
    return this.#with(LOOKS.FontSize.change(size));
  }

  setForegroundColor(color: unknown): this {
    return this.#with(LOOKS.FontColor.change(color));
  }

  build(): TextStyle {
    return new TextStyle(this.run, this.style);
  }

  #with(change: StyleChange): this {
    this.style = { ...this.style, ...change };
    return this;
  }
}

/**
 * @param read returns the look of a style
 * @param change returns the style change for a value
 */
function look<Value>(read: (style: CellStyle) => Value, change: (value: unknown) => StyleChange) {
  return { read, change };
}

/** Returns the word; undefined if the value resets the look. Throws for any other value. */
function oneOf<Word extends string>(
  words: readonly Word[],
  none: readonly unknown[],
  value: unknown,
): Word | undefined {
  const word = words.find((known) => known === value);
  if (word !== undefined || none.includes(value)) return word;
  throw new ServiceError(`Invalid argument: ${String(value)}`);
}
