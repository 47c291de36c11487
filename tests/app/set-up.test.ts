/** What 시트 준비 plans to make or to bring up to date, by what is there. */
import { describe, expect, it } from 'vitest';
import { LAYOUT_VERSION, type PresentTabs, setUpPlan } from '../../src/app/set-up.ts';
import { FIRST_TABS } from '../../src/sheets/input/tabs.ts';
import { OUTPUT_TABS, RESULT_TABS } from '../../src/sheets/output/tabs.ts';
import { GUIDE_TAB_NAME } from '../../src/sheets/set-up/guide.ts';

const OURS = [...RESULT_TABS.map((tab) => OUTPUT_TABS[tab]), OUTPUT_TABS.runLog, OUTPUT_TABS.statusHistory];

/** A book in which everything is there. */
const WHOLE: PresentTabs = {
  input: new Set(FIRST_TABS),
  empty: new Set(),
  names: new Set([...OURS, GUIDE_TAB_NAME]),
  unwritten: new Set(),
  own: new Set([...OURS, GUIDE_TAB_NAME]),
  guideFits: true,
  version: LAYOUT_VERSION,
};
const NONE = new Set<never>();

describe('the plan', () => {
  it.each<[string, Partial<PresentTabs>, Readonly<Record<string, unknown>>]>([
    ['is empty where everything is there', {}, { made: 0, guide: false, upgrades: [], version: null }],
    [
      'of a new spreadsheet makes all, and has nothing to bring up to date',
      { input: NONE, names: NONE, own: NONE, version: 0 },
      {
        made: FIRST_TABS.length + RESULT_TABS.length + 2,
        guide: true,
        upgrades: [],
        version: LAYOUT_VERSION,
      },
    ],
    [
      'of a book of an earlier version brings its tabs up to date',
      { version: 0 },
      { made: 0, guide: false, upgrades: ['dressOwnTabs'], version: LAYOUT_VERSION },
    ],
    [
      'fills an empty tab, and writes 사용법 anew, whose links would lead nowhere',
      { empty: new Set(['meetings']) },
      { made: 1, guide: true, upgrades: [], version: null },
    ],
    [
      'writes anew what an earlier set-up left unwritten',
      { unwritten: new Set([OUTPUT_TABS.summary, OUTPUT_TABS.runLog]) },
      { made: 2, guide: true, upgrades: [], version: null },
    ],
    [
      'writes 사용법 anew where it is about another kind of book',
      { guideFits: false },
      { made: 0, guide: true, upgrades: [], version: null },
    ],
    [
      'leaves a 사용법 alone that is somebody’s own',
      { own: new Set(OURS), guideFits: false, empty: new Set(['meetings']) },
      { made: 1, guide: false, upgrades: [], version: null },
    ],
  ])('%s', (_, given, { made, ...expected }) => {
    const plan = setUpPlan({ ...WHOLE, ...given });
    expect(plan).toMatchObject(expected);
    expect(plan.inputTabs.length + plan.resultTabs.length + plan.logs.length).toBe(made);
  });
});
