/** The parts of an Office file: texts by path, the relationships between them, their content types. */
import { posix } from 'node:path';
import { FileFault } from './failures.ts';
import { withLastChild, withoutChildren } from './ordered-document.ts';
import { partText } from './part-text.ts';
import { type Element, elementText, parseXml } from './xml.ts';
import { EMPTY_ZIP, Zip } from './zip.ts';

/** A link from one part of the package to another, or to somewhere outside. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type address: strict and transitional files differ in what stands before it. */
  readonly type: string;
  /** The path of the part it leads to; of an external one the address. */
  readonly target: string;
  readonly external: boolean;
}

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_RELATIONSHIPS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A package that can be changed. Its archive never is: {@link bytes} makes another one. */
export class Parts {
  readonly #zip: Zip;
  /** Texts that are not in the archive yet; `null` for a part that goes. */
  readonly #changes: Map<string, string | null>;
  /** Paths are matched without regard to case, as the format says. */
  readonly #paths: Map<string, string>;

  constructor(zip: Zip, changes: ReadonlyMap<string, string | null> = new Map()) {
    this.#zip = zip;
    this.#changes = new Map(changes);
    const paths = [...zip.paths(), ...changes.keys()].filter((path) => changes.get(path) !== null);
    this.#paths = new Map(paths.map((path) => [path.toLowerCase(), path]));
  }

  static read(bytes: Uint8Array): Parts {
    return new Parts(new Zip(bytes));
  }

  static of(texts: Readonly<Record<string, string>>): Parts {
    return new Parts(new Zip(EMPTY_ZIP), new Map(Object.entries(texts)));
  }

  /** A second package that starts with the same parts; changing it leaves this one as it is. */
  copy(): Parts {
    return new Parts(this.#zip, this.#changes);
  }

  bytes(): Uint8Array {
    return this.#zip.with(this.#changes);
  }

  /** The paths of all parts. */
  paths(): string[] {
    return [...this.#paths.values()];
  }

  has(path: string): boolean {
    return this.#paths.has(path.toLowerCase());
  }

  /** The text of a part, or `null` if there is no such part. */
  text(path: string): string | null {
    const known = this.#paths.get(path.toLowerCase());
    if (known === undefined) return null;
    const changed = this.#changes.get(known);
    if (changed !== undefined) return changed;
    const bytes = this.#zip.bytesOf(known);
    return bytes === undefined ? null : partText(bytes);
  }

  /** Like {@link text}, for a part that the file cannot do without. */
  requiredText(path: string): string {
    const text = this.text(path);
    if (text === null) throw new FileFault('damaged', `the part ${path} is missing`);
    return text;
  }

  setText(path: string, text: string): void {
    const known = this.#paths.get(path.toLowerCase()) ?? path;
    this.#paths.set(known.toLowerCase(), known);
    this.#changes.set(known, text);
  }

  /** A path that no part has yet: `unusedPath('xl/worksheets/sheet', '.xml')`. */
  unusedPath(before: string, after: string): string {
    let number = 1;
    while (this.has(`${before}${number}${after}`)) number++;
    return `${before}${number}${after}`;
  }

  /** Adds a part that another one links to, and gives the id of the link. */
  add(owner: string, type: string, path: string, contentType: string, text: string): string {
    this.setText(path, text);
    this.setContentType(path, contentType);
    return this.addRelationship(owner, type, path);
  }

  /** Takes a part out of the package with its relationships and its content type. */
  removePart(path: string): void {
    this.#delete(path);
    this.#delete(relationshipsPath(path));
    this.#removeFrom(CONTENT_TYPES, ({ attributes }) => isPath(attributes.PartName, path));
  }

  #delete(path: string): void {
    const known = this.#paths.get(path.toLowerCase());
    if (known === undefined) return;
    this.#changes.set(known, null);
    this.#paths.delete(path.toLowerCase());
  }

  /** What a part links to; the package itself is the part with the empty path. */
  relationships(path: string): Relationship[] {
    const xml = this.text(relationshipsPath(path));
    const links = xml === null ? [] : parseXml(xml).children;
    return links.map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const external = TargetMode === 'External';
      const target = external ? Target : resolvedPath(path, Target);
      return { id: Id, type: Type.split('/').at(-1) ?? '', target, external };
    });
  }

  /** The path of the part of that type that a part links to: its drawing, its styles. */
  related(path: string, type: string): string | null {
    return this.relationships(path).find((relationship) => relationship.type === type)?.target ?? null;
  }

  /** Links a part to another, or to an address outside, and gives the id of the new relationship. */
  addRelationship(path: string, type: string, target: string, external = false): string {
    const used = new Set(this.relationships(path).map((relationship) => relationship.id));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const link = elementText('Relationship', {
      Id: id,
      Type: `${relationshipNamespace(this.text('_rels/.rels') ?? '')}/${type}`,
      // Not every reader understands a path that starts at the package.
      Target: external ? target : posix.relative(posix.dirname(`/${path}`), `/${target}`),
      TargetMode: external ? 'External' : null,
    });
    const file = relationshipsPath(path);
    const empty = `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"/>`;
    this.setText(file, withLastChild(this.text(file) ?? empty, link));
    return id;
  }

  removeRelationship(path: string, id: string): void {
    this.#removeFrom(relationshipsPath(path), ({ attributes }) => attributes.Id === id);
  }

  #removeFrom(path: string, isGone: (child: Element) => boolean): void {
    const xml = this.requiredText(path);
    const rest = withoutChildren(xml, isGone);
    if (rest !== xml) this.setText(path, rest);
  }

  /** The content type of a part: its own, or that of its extension. */
  contentType(path: string): string {
    const types = this.#contentTypes();
    const own = types.find(({ PartName }) => isPath(PartName, path));
    return (own ?? types.find(({ Extension }) => isExtension(Extension, path)))?.ContentType ?? '';
  }

  /** Says what a part is. XML may be anything; of any other extension all parts are of one type. */
  setContentType(path: string, type: string): void {
    if (path.endsWith('.xml')) {
      this.#addContentType('Override', { PartName: `/${path}`, ContentType: type });
    } else if (!this.#contentTypes().some(({ Extension }) => isExtension(Extension, path))) {
      this.#addContentType('Default', { Extension: path.split('.').at(-1) ?? '', ContentType: type });
    }
  }

  #contentTypes(): readonly Element['attributes'][] {
    return parseXml(this.requiredText(CONTENT_TYPES)).children.map(({ attributes }) => attributes);
  }

  #addContentType(name: string, attributes: Element['attributes']): void {
    const type = elementText(name, attributes);
    this.setText(CONTENT_TYPES, withLastChild(this.requiredText(CONTENT_TYPES), type));
  }
}

/** Where relationships are named, for documents like this one: strict files have addresses of their own. */
export function relationshipNamespace(xml: string): string {
  return xml.includes('http://purl.oclc.org/ooxml/') ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
}

/** The relationship that an element names, whatever prefix it names it with: `<sheet r:id="rId1"/>`. */
export function relationshipId({ attributes }: Element): string | null {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? null;
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** Where a link of a part leads: `../media/a.png` of `xl/drawings/b.xml` is `xl/media/a.png`. */
function resolvedPath(from: string, target: string): string {
  return posix.resolve('/', posix.dirname(from), target.replaceAll('\\', '/')).slice(1);
}

function isPath(partName: string | undefined, path: string): boolean {
  return partName?.toLowerCase() === `/${path}`.toLowerCase();
}

function isExtension(extension: string | undefined, path: string): boolean {
  return extension !== undefined && path.toLowerCase().endsWith(`.${extension.toLowerCase()}`);
}
