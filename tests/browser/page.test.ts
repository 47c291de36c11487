import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { ECMA_VERSION } from '../../src/local/build.ts';
import { PAGE } from '../support/page.ts';

const SOURCES = readdirSync(new URL('../../src/sidebar/', import.meta.url), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(new URL(`../../src/sidebar/${path}`, import.meta.url), 'utf8'));

describe('Sidebar.html', () => {
  const scripts = [...PAGE.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];

  it('is at most 70 KB', () => {
    expect(Buffer.byteLength(PAGE)).toBeLessThanOrEqual(70 * 1024);
  });

  it('contains its style and its script, and requests nothing from the network', () => {
    expect(PAGE).not.toMatch(/<link|<script[^>]+src=|@import|url\(|https?:\/\/(?!www\.w3\.org\/)/i);
    expect(scripts.map(([, attributes]) => attributes)).toEqual([' type="application/json" id="state"', '']);
  });

  it('is one script of the language level that the build promises', () => {
    expect(() =>
      parse(scripts[1]?.[2] ?? '', { ecmaVersion: ECMA_VERSION, sourceType: 'script' }),
    ).not.toThrow();
    expect(scripts[1]?.[2]?.length).toBeGreaterThan(10_000);
  });

  it('has one place for the state, before its script', () => {
    expect(PAGE.split('"__STATE__"')).toHaveLength(2);
    expect(PAGE.indexOf('"__STATE__"')).toBeLessThan(PAGE.indexOf('<script>'));
  });

  it('shows a skeleton of its content before any script has run', () => {
    expect(PAGE).toMatch(/<div id="app">\s*<main class="skeleton"/);
  });
});

it('text reaches the page only through JSX', () => {
  expect(SOURCES.length).toBeGreaterThan(10);
  expect(
    SOURCES.filter((text) => /innerHTML|insertAdjacent|document\.write|\beval\(|new Function/.test(text)),
  ).toEqual([]);
});
