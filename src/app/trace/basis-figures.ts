/** The figures behind a cell, each with the name that 이 숫자의 근거 보기 gives it. */
import type { Figure } from '../../domain/figure.ts';
import type { Basis } from '../../sheets/output/grid/grid.ts';
import { withoutPersonalData } from '../../sheets/personal-data.ts';
import { unitOf } from './basis-units.ts';

export interface NamedFigure {
  readonly label: string;
  readonly figure: Figure;
  /** Empty: that of the tab that the rows are in. */
  readonly unit: string;
}

export function figuresOf(basis: Basis): readonly NamedFigure[] {
  const unit = unitOf(basis);
  switch (basis.kind) {
    case 'figure':
      return [
        { label: basis.figure.superseded === undefined ? '합' : '마지막 값', figure: basis.figure, unit },
        ...supersededBy(basis.figure, unit),
      ];
    case 'rate':
      return [
        { label: '분자', figure: basis.part, unit },
        { label: '분모', figure: basis.whole, unit },
        ...(basis.from === undefined ? [] : [{ label: '기준값', figure: basis.from, unit }]),
        ...supersededBy(basis.part, unit),
      ];
    case 'mean':
      return basis.rates.flatMap(({ name, part, whole, unit: own }) => [
        { label: `${withoutPersonalData(name)} 분자`, figure: part, unit: own },
        { label: `${withoutPersonalData(name)} 분모`, figure: whole, unit: own },
        ...supersededBy(part, own),
      ]);
    case 'average':
      return [{ label: '평균낸 이행률', figure: basis.figure, unit }];
    case 'difference':
      return [
        { label: '목표·계획', figure: basis.minuend, unit },
        { label: '실적', figure: basis.subtrahend, unit },
      ];
  }
}

/** The earlier values of a level, replaced by its last one. They are shown but not added. */
function supersededBy({ superseded = [] }: Figure, unit: string): readonly NamedFigure[] {
  return superseded.length === 0
    ? []
    : [
        {
          label: '앞선 값(더하지 않음)',
          figure: { value: null, approximate: false, sources: superseded, parts: [] },
          unit,
        },
      ];
}
