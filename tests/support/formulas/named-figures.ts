/** Every figure of a result under a name that says where it stands: `pledges 1-2 indicators 지표1 value`. */

/** What tells the items of a list apart. These are parts of names, and no figures. */
const LABELS = ['number', 'name', 'year', 'fundingSource', 'field', 'department', 'kind', 'unit'];

export type Shown = string | number | null;

export function namedFigures(result: object): ReadonlyMap<string, Shown> {
  const figures = new Map<string, Shown>();
  const add = (name: string, value: unknown) => {
    if (typeof value === 'string' || typeof value === 'number' || value === null) figures.set(name, value);
    else if (typeof value !== 'object') throw new Error(`${name} is no figure`);
    else addAll(name, value);
  };
  const addAll = (name: string, of: object) => {
    for (const [key, value] of Object.entries(of)) {
      if (LABELS.includes(key)) continue;
      add([name, Array.isArray(of) ? labelOf(value) : key].join(' ').trim(), value);
    }
  };
  addAll('', result);
  return figures;
}

/** `1-2` for a pledge, `2024 국` for an amount of 국 in 2024; `-` for a field or department without a name. */
function labelOf(item: object): string {
  const labels = new Map<string, unknown>(Object.entries(item));
  for (const one of ['number', 'name']) if (labels.has(one)) return String(labels.get(one));
  const found = LABELS.flatMap((label) => (labels.has(label) ? [String(labels.get(label) ?? '-')] : []));
  return found.join(' ');
}
