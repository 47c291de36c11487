import { type Alignment, alignmentOf, alignmentWith } from './style-elements.ts';
import { attributesOf, childrenOf } from './xml.ts';

/** A combination that cells point to by its place in the list. */
export interface Format {
  readonly numberFormat: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly alignment: ReadonlyMap<string, string>;
  /** Its named style and protection, kept as they are. */
  readonly namedStyle: string | undefined;
  readonly protection: string;
}

export const PLAIN: Format = {
  numberFormat: 0,
  font: 0,
  fill: 0,
  border: 0,
  alignment: new Map(),
  namedStyle: undefined,
  protection: '',
};

/** Reads an `<xf>`. */
export function formatOf(element: string): Format {
  const attributes = attributesOf(element, { start: 0, end: element.indexOf('>') + 1 });
  const outer = childrenOf(element)[0];
  const children = outer === undefined ? [] : childrenOf(element, outer.contentStart, outer.contentEnd);
  const alignment = children.find(({ name }) => name === 'alignment');
  const protection = children.find(({ name }) => name === 'protection');
  return {
    numberFormat: Number(attributes.get('numFmtId') ?? 0),
    font: Number(attributes.get('fontId') ?? 0),
    fill: Number(attributes.get('fillId') ?? 0),
    border: Number(attributes.get('borderId') ?? 0),
    alignment: alignment === undefined ? new Map() : attributesOf(element, alignment),
    namedStyle: attributes.get('xfId'),
    protection: protection === undefined ? '' : element.slice(protection.start, protection.end),
  };
}

export function formatElement(format: Format): string {
  const alignment = alignmentWith(format.alignment, alignmentOf(format.alignment));
  const ids = `numFmtId="${format.numberFormat}" fontId="${format.font}" fillId="${format.fill}" borderId="${format.border}"`;
  const applied =
    'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"' +
    (alignment === '' ? '' : ' applyAlignment="1"') +
    (format.protection === '' ? '' : ' applyProtection="1"');
  const named = format.namedStyle === undefined ? '' : ` xfId="${format.namedStyle}"`;
  const start = `<xf ${ids}${named} ${applied}`;
  const content = alignment + format.protection;
  return content === '' ? `${start}/>` : `${start}>${content}</xf>`;
}

/** The alignment of a base, changed as wanted. */
export function alignmentAttributes(
  base: ReadonlyMap<string, string>,
  wanted: Alignment,
): ReadonlyMap<string, string> {
  const element = alignmentWith(base, wanted);
  return attributesOf(element, { start: 0, end: element.length });
}
