import { FileFault } from './unreadable.ts';

/** A tag of a document: where it stands in the text and what it says. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  /** The name without its namespace prefix: some writers prefix every element (`<x:row>`). */
  readonly name: string;
  readonly start: number;
  /** Just behind the `>`. */
  readonly end: number;
}

/** An element: where its text begins and ends, its start tag and its content included. */
export interface Element {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads entities and character references. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) {
    return text;
  }
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code =
        name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return ENTITIES[name] ?? whole;
  });
}

/** Text for an attribute or an element. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** The text of an element's content: entities read, CDATA sections opened, tags and comments left out. */
export function textOf(content: string): string {
  if (!content.includes('<')) {
    return unescapeXml(content);
  }
  const pieces = content.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[^>]*>|([^<]+)/g);
  return Array.from(pieces, ([, section, text]) => section ?? unescapeXml(text ?? '')).join('');
}

/**
 * Walks over the tags of an XML document from first to last and checks on the way that they nest.
 * It keeps positions rather than making a tree: a sheet of a million cells is patched in its text.
 */
export class TagWalker {
  readonly #xml: string;
  readonly #open: string[] = [];
  readonly #end: number;
  #position: number;
  #last: Tag | undefined;

  /** Walks over the whole document, or over the content of one element of it. */
  constructor(xml: string, start = 0, end = xml.length) {
    this.#xml = xml;
    this.#end = end;
    this.#position = start;
  }

  /** The tag that {@link next} gave last. */
  get last(): Tag | undefined {
    return this.#last;
  }

  /** How many elements are open behind the tag that {@link next} gave last. */
  get depth(): number {
    return this.#open.length;
  }

  /** The next tag, or nothing at the end of the document. */
  next(): Tag | undefined {
    for (;;) {
      const start = this.#xml.indexOf('<', this.#position);
      if (start === -1 || start >= this.#end) {
        if (this.#open.length > 0) {
          throw new FileFault('damaged', `<${this.#open.at(-1)}> is not closed`);
        }
        return undefined;
      }
      const sign = this.#xml.charCodeAt(start + 1);
      if (sign === QUESTION_MARK) {
        this.#position = this.#behind('?>', start);
      } else if (sign === EXCLAMATION_MARK) {
        this.#position = this.#behindDeclaration(start);
      } else {
        this.#last = this.#tagAt(start, sign === SLASH);
        return this.#last;
      }
    }
  }

  #tagAt(start: number, closes: boolean): Tag {
    const end = this.#endOfTag(start);
    this.#position = end;
    const nameStart = start + (closes ? 2 : 1);
    const empty = !closes && this.#xml.charCodeAt(end - 2) === SLASH;
    const name = this.#nameAt(nameStart, end);
    if (closes) {
      if (this.#open.pop() !== name) {
        throw new FileFault('damaged', `</${name}> closes nothing`);
      }
      return { kind: 'close', name, start, end };
    }
    if (empty) {
      return { kind: 'empty', name, start, end };
    }
    this.#open.push(name);
    return { kind: 'open', name, start, end };
  }

  #nameAt(start: number, limit: number): string {
    let position = start;
    let nameStart = start;
    while (position < limit) {
      const code = this.#xml.charCodeAt(position);
      if (code === COLON) {
        nameStart = position + 1;
      } else if (code <= SPACE || code === SLASH || code === GREATER_THAN) {
        break;
      }
      position++;
    }
    if (position === nameStart) {
      throw new FileFault('damaged', 'a tag has no name');
    }
    return this.#xml.slice(nameStart, position);
  }

  /** A `>` inside a quoted attribute does not end the tag. */
  #endOfTag(start: number): number {
    let position = start + 1;
    for (;;) {
      const end = this.#xml.indexOf('>', position);
      if (end === -1) {
        throw new FileFault('damaged', 'a tag is cut off');
      }
      const quote = this.#openQuote(start, end);
      if (quote === undefined) {
        return end + 1;
      }
      position = end + 1;
    }
  }

  #openQuote(start: number, end: number): number | undefined {
    let quote: number | undefined;
    for (let position = start; position < end; position++) {
      const code = this.#xml.charCodeAt(position);
      if (quote === undefined ? code === DOUBLE_QUOTE || code === SINGLE_QUOTE : code === quote) {
        quote = quote === undefined ? code : undefined;
      }
    }
    return quote;
  }

  #behindDeclaration(start: number): number {
    if (this.#xml.startsWith('<!--', start)) {
      return this.#behind('-->', start);
    }
    if (this.#xml.startsWith('<![CDATA[', start)) {
      return this.#behind(']]>', start);
    }
    // The format forbids document types; the ones that turn up anyway are attacks with entities.
    throw new FileFault('damaged', 'the XML has a document type');
  }

  #behind(mark: string, start: number): number {
    const found = this.#xml.indexOf(mark, start);
    if (found === -1) {
      throw new FileFault('damaged', `${mark} is missing`);
    }
    return found + mark.length;
  }
}

const SPACE = 32;
const EXCLAMATION_MARK = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const COLON = 58;
const GREATER_THAN = 62;
const QUESTION_MARK = 63;

/** The attributes of a tag by their full names. */
export function attributesOf(
  xml: string,
  tag: { readonly start: number; readonly end: number },
): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of xml.slice(tag.start, tag.end).matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(match[1] ?? '', unescapeXml(match[2] ?? match[3] ?? ''));
  }
  return attributes;
}

/** One attribute of a tag's text: what reading a million cells needs, without a map for each. */
export function attributeIn(tag: string, name: string): string | undefined {
  const plain = ` ${name}="`;
  const found = tag.indexOf(plain);
  if (found !== -1) {
    const start = found + plain.length;
    return unescapeXml(tag.slice(start, tag.indexOf('"', start)));
  }
  // Single quotes and line breaks between attributes are rare.
  return /['\n\t]|\s=/.test(tag) ? attributesOf(tag, { start: 0, end: tag.length }).get(name) : undefined;
}

/** A start tag's text with an attribute set, or taken out. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  const without = tag.replace(new RegExp(`\\s+${name}\\s*=\\s*("[^"]*"|'[^']*')`), '');
  return value === undefined
    ? without
    : without.replace(/\s*\/?>$/, (end) => ` ${name}="${escapeXml(value)}"${end.trim()}`);
}

/** XML's two ways to say yes. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The elements directly inside the stretch of text from `from` to `to`. */
export function childrenOf(xml: string, from = 0, to = xml.length): Element[] {
  return elementsAtDepth(new TagWalker(xml, from, to), 0);
}

/** The outermost element of a document and its children. */
export function outlineOf(xml: string): { readonly root: Element; readonly children: readonly Element[] } {
  const walker = new TagWalker(xml);
  const first = walker.next();
  if (first === undefined || first.kind === 'close') {
    throw new FileFault('damaged', 'the XML has no element');
  }
  if (first.kind === 'empty') {
    return { root: elementFrom(first, first), children: [] };
  }
  const children = elementsAtDepth(walker, 1);
  const last = walker.last;
  if (last === undefined) {
    throw new FileFault('damaged', `<${first.name}> is not closed`);
  }
  return { root: elementFrom(first, last), children };
}

/** Walks to the end; the closing tag that it ends with is the walker's last. */
function elementsAtDepth(walker: TagWalker, depth: number): Element[] {
  const elements: Element[] = [];
  let opened: Tag | undefined;
  for (let tag = walker.next(); tag !== undefined; tag = walker.next()) {
    if (tag.kind === 'empty' && walker.depth === depth) {
      elements.push(elementFrom(tag, tag));
    } else if (tag.kind === 'open' && walker.depth === depth + 1) {
      opened = tag;
    } else if (tag.kind === 'close' && walker.depth === depth && opened !== undefined) {
      elements.push(elementFrom(opened, tag));
    }
  }
  return elements;
}

function elementFrom(first: Tag, last: Tag): Element {
  const contentEnd = first === last ? last.end : last.start;
  return { name: first.name, start: first.start, end: last.end, contentStart: first.end, contentEnd };
}
