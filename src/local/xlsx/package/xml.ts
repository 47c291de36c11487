/** Minimal XML for workbooks: elements that know their position in the text, and text for new elements. */
import { SaxesParser } from 'saxes';
import { FileFault } from './failures.ts';

/** An element and its position in the document's text, which allows patching instead of rewriting. */
export class Element {
  /** Name without the namespace prefix: some writers prefix every element (`<x:row>`). */
  readonly name: string;
  readonly tagName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[] = [];
  /** Its own text, without that of its children. */
  text = '';
  readonly start: number;
  readonly contentStart: number;
  contentEnd = 0;
  end = 0;
  readonly #document: string;

  constructor(
    document: string,
    tagName: string,
    attributes: Readonly<Record<string, string>>,
    start: number,
    contentStart: number,
  ) {
    this.#document = document;
    this.tagName = tagName;
    this.name = tagName.slice(tagName.indexOf(':') + 1);
    this.attributes = attributes;
    this.start = start;
    this.contentStart = contentStart;
  }

  /** Its full text in the document, including its tags. */
  get outer(): string {
    return this.#document.slice(this.start, this.end);
  }

  /** The text between its tags. */
  get inner(): string {
    return this.#document.slice(this.contentStart, this.contentEnd);
  }

  /** Its first child of this name; further names go deeper. null: there is none. */
  child(name: string, ...path: readonly string[]): Element | null {
    const found = this.children.find((child) => child.name === name) ?? null;
    const [next, ...rest] = path;
    return next === undefined || found === null ? found : found.child(next, ...rest);
  }

  /** The children of the element at a path; empty: there is no such element. */
  childrenOf(name: string, ...path: readonly string[]): readonly Element[] {
    return this.child(name, ...path)?.children ?? [];
  }

  childrenNamed(name: string): Element[] {
    return this.children.filter((child) => child.name === name);
  }
}

/** The full texts of elements, joined. */
export function outerText(elements: readonly Element[]): string {
  return elements.map(({ outer }) => outer).join('');
}

/** Passes each child of elements named `of` to `visit` without keeping it: a sheet has millions of cells. */
interface Visitor {
  readonly of: string;
  visit(child: Element, root: Element): void;
}

/**
 * Deepest nesting allowed. No workbook needs more, and thousands of levels would overflow recursive readers.
 */
const DEEPEST = 200;

/**
 * Most elements held at once. A long log with a style of its own for every cell needs fewer, and this many
 * take a few hundred megabytes.
 */
const MAX_ELEMENTS = 1_000_000;

/**
 * Parses a document and returns its root.
 * @throws {FileFault} where the text is not well-formed or holds too many elements.
 */
export function parseXml(xml: string, visitor?: Visitor): Element {
  const parser = new SaxesParser({ xmlns: false });
  const open: Element[] = [];
  let root: Element | undefined;
  let start = 0;
  let held = 0;
  /** Number of elements that stay in memory, not counting those passed to the visitor. */
  let kept = 0;
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('error', ({ message }) => {
    throw new FileFault('damaged', message);
  });
  parser.on('doctype', () => {
    // The format forbids document types. Those that occur are entity attacks.
    throw new FileFault('damaged', 'the XML has a document type');
  });
  parser.on('opentagstart', () => {
    start = xml.lastIndexOf('<', parser.position - 2);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = new Element(xml, name, attributes, start, parser.position);
    root ??= element;
    open.push(element);
    held += 1;
    if (held > MAX_ELEMENTS)
      throw new FileFault('too-large', `a part has more than ${MAX_ELEMENTS} elements to hold`);
    if (visitor !== undefined && open.at(-2)?.name === visitor.of) kept = held - 1;
    if (open.length > DEEPEST)
      throw new FileFault('damaged', `elements are nested more than ${DEEPEST} deep`);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop();
    if (element === undefined || root === undefined) return;
    element.end = parser.position;
    element.contentEnd = isSelfClosing ? element.end : xml.lastIndexOf('<', element.end - 1);
    const parent = open.at(-1);
    if (parent !== undefined && parent.name === visitor?.of) {
      held = kept;
      visitor.visit(element, root);
    } else parent?.children.push(element);
  });
  parser.write(xml).close();
  if (root === undefined) throw new FileFault('damaged', 'the XML has no element');
  return root;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Escapes text for an element's content. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

/** Attributes to write; those that are null are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** The text of an element. Its content must be XML already. */
export function elementText(tagName: string, attributes: Attributes, content = ''): string {
  let tag = `<${tagName}`;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) continue;
    const text = escapeXml(String(value)).replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    tag += ` ${name}="${text}"`;
  }
  return content === '' ? `${tag}/>` : `${tag}>${content}</${tagName}>`;
}

/** Whether a boolean attribute is true: `1` or `true`. */
export function isTrue(value: string | number | null | undefined): boolean {
  return value === '1' || value === 'true';
}
