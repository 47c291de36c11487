/** A clerk at the preview, who counts what the work costs: clicks, questions answered, words read. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { displayed } from '../support/running.ts';
import { sheetNamed } from '../support/workbooks.ts';
import { choose, type OpenedPreview, openTab } from './opening-preview.ts';

export interface Cost {
  readonly clicks: number;
  readonly questions: number;
  readonly words: number;
}

/** A line of 점검 without its sentences: severity, place and what was found. */
export type Alarm = string;

const PICTURES = new URL('../../out/first-hour/', import.meta.url).pathname;
const SEVERITIES = new Set(['오류', '경고', '알림']);

export class Clerk {
  readonly #opened: OpenedPreview;
  #cost: Cost = { clicks: 0, questions: 0, words: 0 };
  #pictures = 0;

  constructor(opened: OpenedPreview) {
    this.#opened = opened;
    mkdirSync(PICTURES, { recursive: true });
  }

  /** Returns the cost since the last call. */
  cost(): Cost {
    const cost = this.#cost;
    this.#cost = { clicks: 0, questions: 0, words: 0 };
    return cost;
  }

  /** Sets the clock of the preview. This does not count as work. */
  async comesAt(time: string): Promise<void> {
    const clock = this.#opened.page.getByLabel('지금 시각');
    await clock.fill(time);
    await clock.press('Enter');
    await expect.poll(() => clock.inputValue()).toBe(time);
  }

  async chooses(...captions: readonly string[]): Promise<void> {
    this.#clicks(1 + captions.length);
    await choose(this.#opened.page, ...captions);
  }

  async opens(tab: string): Promise<void> {
    this.#clicks(1);
    await openTab(this.#opened.page, tab);
  }

  /** Reads the open question and answers it. */
  async answers(typed: string | null = null, button = '확인'): Promise<string> {
    const dialog = this.#opened.page.getByRole('dialog');
    const question = await dialog.locator('.question').innerText();
    this.#reads(question);
    this.#cost = { ...this.#cost, questions: this.#cost.questions + 1 };
    if (typed !== null) await dialog.getByRole('textbox').fill(typed);
    this.#clicks(1);
    await dialog.getByRole('button', { name: button }).click();
    await expect.poll(() => this.#isAsking(question)).toBe(false);
    return question;
  }

  /** Checks once whether this question is open. Waiting could hang if it closes meanwhile. */
  async #isAsking(question: string): Promise<boolean> {
    const shown = await this.#opened.page.locator('dialog .question').allInnerTexts();
    return shown.includes(question);
  }

  /** Waits for a toast, reads it, and closes it. */
  async isTold(part: string): Promise<string> {
    const toast = this.#opened.page.locator('.toast', { hasText: part }).last();
    await toast.waitFor();
    const text = await toast.locator('p').innerText();
    this.#reads(text);
    await toast.getByRole('button', { name: '알림 닫기' }).click();
    return text;
  }

  /** Types rows into a tab below its content, each cell as text. */
  async types(tab: string, rows: readonly (readonly string[])[]): Promise<void> {
    await this.opens(tab);
    const filled = displayed(this.#opened.document, tab).findLastIndex((row) =>
      row.some((text) => text !== ''),
    );
    await this.puts(
      tab,
      rows.flatMap((row, index) =>
        row.flatMap((text, column) => (text === '' ? [] : [[filled + 2 + index, column + 1, text] as const])),
      ),
    );
  }

  /** Writes texts into cells, as the grid does with typed text. */
  async puts(tab: string, cells: readonly (readonly [number, number, string])[]): Promise<void> {
    const { server, document } = this.#opened;
    const { status } = await fetch(`${server.origin}/edit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-session-token': server.token },
      body: JSON.stringify({ sheet: sheetNamed(document, tab).id, cells }),
    });
    expect(status).toBe(200);
  }

  /** Reads all lines of 점검. */
  async reads점검(): Promise<readonly Alarm[]> {
    await this.opens('점검');
    const lines = displayed(this.#opened.document, '점검').filter(([kind = '']) => SEVERITIES.has(kind));
    for (const line of lines) this.#reads(line.join(' '));
    return lines.map((line) =>
      line
        .slice(0, 4)
        .filter((text) => text !== '')
        .join(' '),
    );
  }

  async takesPicture(name: string): Promise<void> {
    this.#pictures += 1;
    const number = String(this.#pictures).padStart(2, '0');
    await this.#opened.page.screenshot({ path: join(PICTURES, `${number}-${name}.png`) });
  }

  #clicks(count: number): void {
    this.#cost = { ...this.#cost, clicks: this.#cost.clicks + count };
  }

  #reads(text: string): void {
    this.#cost = { ...this.#cost, words: this.#cost.words + text.split(/\s+/).filter(Boolean).length };
  }
}
