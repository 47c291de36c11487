/** Runs the rules of the platform in the local host. `npm run host-check` runs them in a real sheet too. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import { describe, expect, it, vi } from 'vitest';
import { ECMA_VERSION } from '../../src/local/build.ts';
import {
  createDocument,
  createHost,
  type DocumentState,
  type Host,
  type HostOptions,
  ServiceError,
} from '../../src/local/host/host.ts';
import { ScriptApp } from '../../src/local/host/services/script-app.ts';
import { Session } from '../../src/local/host/services/session.ts';
import { RangeContent } from '../../src/local/host/services/spreadsheet/range-content.ts';
import { displayed } from '../support/running.ts';
import { bundleRules, writeRules } from './check/build.ts';
import { RULES } from './rules/index.ts';
import { LOCAL_RULES } from './rules/local-rules.ts';
import { NOW } from './running.ts';

const { code: CODE } = await bundleRules();

function hostWithRules(options: Partial<HostOptions> = {}): Host {
  return createHost({ document: createDocument(), now: () => NOW, code: CODE, ...options });
}

/** A spreadsheet that somebody in another country already uses. */
function somebodysDocument(): DocumentState {
  const document = createDocument({ sheets: ['남의 탭', 'host check'], timeZone: 'America/New_York' });
  document.locale = 'en_US';
  document.documentProperties.set('k', 'v');
  document.sheets[0]?.values.push(['남의 값', 3]);
  return document;
}

/** The report that a run wrote, one row for each line: the summary, the heading, the rules. */
function reportIn(document: DocumentState): string[][] {
  const tab = document.sheets.find(({ name }) => name.startsWith('Rules '));
  return displayed(document, tab?.name ?? '');
}

describe('a rule of the platform', () => {
  it.each(RULES.map(({ name }) => name))('%s', (name) => {
    const { result, error } = hostWithRules().execute('checkRule', [name]);
    expect(error).toBeNull();
    expect(result).toEqual([]);
  });

  it('has a source that documents it, a name of its own, and an expectation', () => {
    const pages = [...RULES, ...LOCAL_RULES].map(({ source }) => source.url);
    expect(pages.filter((url) => !/^https:\/\/[\w.-]+\/\S+$/.test(url))).toEqual([]);
    const names = [...RULES, ...LOCAL_RULES].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(RULES.filter(({ expected }) => JSON.stringify(expected).length < 3)).toEqual([]);
  });

  it.each(LOCAL_RULES.map(({ name, heldBy }) => [name, heldBy]))(
    'that no single run can show: %s (%s)',
    (_, heldBy) => {
      const [file = '', title = ''] = heldBy.split(/: (.*)/);
      const text = readFileSync(new URL(file, import.meta.url), 'utf8');
      expect(text).toMatch(new RegExp(`\\b(?:it|describe)(?:\\.each\\([^]*?\\])?\\)?\\([\\s']*${title}`));
    },
  );
});

describe('the script that runs them', () => {
  it('is accepted by Google: ECMAScript 2020, with the product’s own manifest', async () => {
    expect(() => parse(CODE, { ecmaVersion: ECMA_VERSION, sourceType: 'script' })).not.toThrow();
    expect(hostWithRules().functions.toSorted()).toEqual([
      'checkHost',
      'checkLedger',
      'checkMarks',
      'checkRule',
      'checkTrigger',
      'markFile',
      'onOpen',
      'seenByTrigger',
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'host-check-'));
    try {
      await writeRules(pathToFileURL(`${folder}/`));
      const manifest = readFileSync(new URL('../../appsscript.json', import.meta.url), 'utf8');
      expect(readdirSync(folder).toSorted()).toEqual(['Code.js', 'appsscript.json']);
      expect(readFileSync(join(folder, 'Code.js'), 'utf8')).toBe(CODE);
      expect(readFileSync(join(folder, 'appsscript.json'), 'utf8')).toBe(manifest);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('running all rules from the menu', () => {
  it('finds no difference in the local host, and makes no more calls than Google handles in two minutes', () => {
    const host = hostWithRules();
    host.execute('onOpen', undefined, 'open');
    const [entry] = host.menus[0]?.entries ?? [];
    expect(entry).toMatchObject({ kind: 'item', functionName: 'checkHost' });
    const { result, error, logs, toasts, calls } = host.execute('checkHost');
    expect(error).toBeNull();
    const summary = `${RULES.length} of ${RULES.length} rules agree, 0 differ`;
    expect(result).toBe(summary);
    expect(logs).toEqual([summary]);
    expect(toasts.map(({ message }) => message)).toEqual([summary]);
    // A call takes about 100 ms; writes that Google batches take less.
    expect(calls.transfers).toBeLessThan(1200);
  });

  it('reports each rule with its source, and those that it cannot show', () => {
    const document = createDocument();
    hostWithRules({ document }).execute('checkHost');
    const [[summary] = [], heading, ...rows] = reportIn(document);
    expect(summary).toMatch(`${RULES.length} of ${RULES.length} rules agree, 0 differ (`);
    expect(heading).toEqual(['result', 'rule', 'part', 'expected', 'found', 'basis', 'source', 'ms']);
    expect(rows.map(([result, rule, , , , basis, source]) => [result, rule, basis, source])).toEqual([
      ...RULES.map(({ name, source }) => ['agrees', name, source.basis, source.url]),
      ...LOCAL_RULES.map(({ name, source }) => ['local host only', name, source.basis, source.url]),
    ]);
  });

  it('changes nothing in somebody’s spreadsheet but adds its report', () => {
    const document = somebodysDocument();
    const before = structuredClone(document);
    const host = hostWithRules({ document });
    expect(host.execute('checkHost').result).toMatch('0 differ');
    const others = document.sheets.filter(({ name }) => !name.startsWith('Rules ') && name !== 'Outcome');
    expect(document.sheets.length).toBe(others.length + 2);
    const { activeSheetId, selection } = document;
    expect({ ...document, sheets: others }).toEqual({ ...before, activeSheetId, selection });
    expect(host.triggers).toEqual([]);
  });

  it('deletes the tabs of a run that was broken off', () => {
    const document = createDocument({ sheets: ['시트1', 'host-check 3', 'host-check cells'] });
    expect(hostWithRules({ document }).execute('checkHost').result).toMatch('0 differ');
    expect(document.sheets.map(({ name }) => name)).toEqual([
      'Outcome',
      '시트1',
      'Rules 2024-03-31 12.00.00',
    ]);
  });
});

describe('a host with a fault', () => {
  /** What a run reports in the log and in its tab. */
  function found(options: Partial<HostOptions> = {}): {
    readonly logs: readonly string[];
    readonly rows: string[][];
  } {
    const document = createDocument();
    const { error, logs } = hostWithRules({ document, ...options }).execute('checkHost');
    expect(error).toBeNull();
    expect(document.sheets).toHaveLength(3);
    return { logs, rows: reportIn(document).slice(2) };
  }

  it('that differs is reported with the part and both sides', () => {
    const { getDisplayValues } = RangeContent.prototype;
    const spy = vi.spyOn(RangeContent.prototype, 'getDisplayValues');
    spy.mockImplementation(function (this: RangeContent) {
      return getDisplayValues.call(this).map((row) => row.map((text) => text.replace('△', '-')));
    });
    try {
      const { logs, rows } = found();
      const differing = rows.filter(([result]) => result === 'DIFFERS');
      expect(logs[0]).toBe(`${RULES.length - 2} of ${RULES.length} rules agree, 2 differ`);
      expect(differing.map((row) => row.slice(2, 5))).toEqual([
        ['-5 as 0;"△"0', '"△5"', '"-5"'],
        ['-1234567 as #,##0;"△"#,##0', '"△1,234,567"', '"-1,234,567"'],
      ]);
      expect(logs.slice(1).join('\n')).toContain('-5 as 0;"△"0 | "△5" | "-5" | documented | https://');
    } finally {
      spy.mockRestore();
    }
  });

  it('that fails unexpectedly is reported, and the other rules run all the same', () => {
    const spy = vi.spyOn(ScriptApp.prototype, 'getProjectTriggers').mockImplementation(() => {
      throw new ServiceError('Service error');
    });
    try {
      const { rows } = found();
      const differing = rows.filter(([result]) => result === 'DIFFERS');
      expect(differing.map(([, , , , text]) => text)).toEqual(['"it failed: Exception: Service error"']);
    } finally {
      spy.mockRestore();
    }
  });

  it('that cannot delete a tab loses no report: the next run deletes it', () => {
    const document = createDocument();
    let deleted = 0;
    const onCall: HostOptions['onCall'] = (_, name, phase) => {
      if (name !== 'Spreadsheet.deleteSheet' || phase === 'after') return;
      deleted += 1;
      if (deleted === 3) throw new ServiceError('Service Spreadsheets timed out');
    };
    const { result } = hostWithRules({ document, onCall }).execute('checkHost');
    expect(result).toMatch(/ rules agree, \d differ$/);
    const names = document.sheets.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('host-check '))).toHaveLength(1);
    expect(reportIn(document).length).toBeGreaterThan(RULES.length);
    hostWithRules({ document, now: () => new Date(NOW.getTime() + 60_000) }).execute('checkHost');
    expect(document.sheets.map(({ name }) => name)).not.toContain(
      names.find((name) => name.startsWith('host-check ')),
    );
  });

  it('that words a message differently is reported in English; in other languages messages are not compared', () => {
    const onCall: HostOptions['onCall'] = (_, name, phase) => {
      if (name === 'Range.mergeAcross' || phase === 'after') return;
      if (name === 'Range.breakApart') throw new ServiceError('병합된 셀을 모두 선택해야 합니다.');
    };
    const inEnglish = found({ onCall }).rows.filter(([result]) => result === 'DIFFERS');
    const spy = vi.spyOn(Session.prototype, 'getActiveUserLocale').mockReturnValue('ko');
    try {
      const inKorean = found({ onCall }).rows.filter(([result]) => result === 'DIFFERS');
      expect(inEnglish.map(([, , part]) => part)).toContain('breakApart › refused');
      expect(inKorean.map(([, , part]) => part)).not.toContain('breakApart › refused');
    } finally {
      spy.mockRestore();
    }
  });

  it('that is so slow that Google would end the run is reported with what was left out', () => {
    let now = NOW.getTime();
    const onCall: HostOptions['onCall'] = () => {
      now += 1000;
    };
    const { logs, rows } = found({ onCall, now: () => new Date(now) });
    expect(logs[0]).toMatch(/ rules agree, 0 differ, \d+ not run for want of time$/);
    expect(rows.filter(([result]) => result === 'not run').length).toBeGreaterThan(10);
  });
});
