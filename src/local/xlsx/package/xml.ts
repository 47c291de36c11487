/** XML as far as workbooks need it: elements that know where they stand in their text, and the text of new ones. */
import { SaxesParser } from 'saxes';
import { FileFault } from './failures.ts';

/** An element, and where it stands in the text of its document: parts are patched in their text, not written anew. */
export class Element {
  /** The name without its namespace prefix: some writers prefix every element (`<x:row>`). */
  readonly name: string;
  readonly tagName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[] = [];
  /** The text directly in it, that of its children left out. */
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

  /** Its text in the document, from tag to tag. */
  get outer(): string {
    return this.#document.slice(this.start, this.end);
  }

  /** What stands between its tags. */
  get inner(): string {
    return this.#document.slice(this.contentStart, this.contentEnd);
  }

  /** Its first child of this name; with more names a child of that child, and so on. */
  child(name: string, ...path: readonly string[]): Element | null {
    const found = this.children.find((child) => child.name === name) ?? null;
    const [next, ...rest] = path;
    return next === undefined || found === null ? found : found.child(next, ...rest);
  }

  /** The children of the child that a path leads to; none where there is no such child. */
  childrenOf(name: string, ...path: readonly string[]): readonly Element[] {
    return this.child(name, ...path)?.children ?? [];
  }

  childrenNamed(name: string): Element[] {
    return this.children.filter((child) => child.name === name);
  }
}

/** The texts of elements in their document, one after the other. */
export function outerText(elements: readonly Element[]): string {
  return elements.map(({ outer }) => outer).join('');
}

/** The children of elements named `of` go to `visit` one by one and are not kept: a sheet has millions of cells. */
interface Visitor {
  readonly of: string;
  visit(child: Element, root: Element): void;
}

/** Deeper than the elements of any workbook; what goes on for thousands would end a reader that goes into each. */
const DEEPEST = 200;

/** Elements that are held at a time: more than a look for every cell of a long log, and no more than some hundred megabytes. */
const MOST_HELD = 1_000_000;

/** The outermost element of a document. Throws a {@link FileFault} where the text is not well-formed XML, or has too much to hold. */
export function parseXml(xml: string, visitor?: Visitor): Element {
  const parser = new SaxesParser({ xmlns: false });
  const open: Element[] = [];
  let root: Element | undefined;
  let start = 0;
  let held = 0;
  /** Held for good: what was held when the last child of those that are visited had gone. */
  let kept = 0;
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('error', ({ message }) => {
    throw new FileFault('damaged', message);
  });
  parser.on('doctype', () => {
    // The format forbids document types; the ones that turn up anyway are attacks with entities.
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
    if (held > MOST_HELD)
      throw new FileFault('too-large', `a part has more than ${MOST_HELD} elements to hold`);
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

/** Text for the content of an element. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

/** Attributes of an element to write; those of `null` are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** The text of an element. The content is XML already. */
export function elementText(tagName: string, attributes: Attributes, content = ''): string {
  let tag = `<${tagName}`;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) continue;
    const text = escapeXml(String(value)).replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    tag += ` ${name}="${text}"`;
  }
  return content === '' ? `${tag}/>` : `${tag}>${content}</${tagName}>`;
}

/** XML's two ways to say yes. */
export function isTrue(value: string | number | null | undefined): boolean {
  return value === '1' || value === 'true';
}
