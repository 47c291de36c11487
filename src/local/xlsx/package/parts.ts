/** The parts of an Office file: texts by path, relationships between parts, content types. */
import { posix } from 'node:path';
import { FileFault } from './failures.ts';
import { withLastChild, withoutChildren } from './ordered-document.ts';
import { partText } from './part-text.ts';
import { type Element, elementText, parseXml } from './xml.ts';
import { EMPTY_ZIP, Zip } from './zip.ts';

/** A relationship from one part to another part, or to a URL. */
export interface Relationship {
  readonly id: string;
  /** Last segment of its type: the rest differs between strict and transitional files. */
  readonly type: string;
  /** Path of the target part; the URL of an external target. */
  readonly target: string;
  readonly external: boolean;
}

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_RELATIONSHIPS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A package that can be changed. The original archive stays; {@link bytes} makes a new one. */
export class Parts {
  readonly #zip: Zip;
  /** Changed texts by path; null: the part is removed. */
  readonly #changes: Map<string, string | null>;
  /** Actual paths by lower-case path: the format ignores case in paths. */
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

  /** An independent copy with the same parts. */
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

  /** The text of a part; null: there is no such part. */
  text(path: string): string | null {
    const known = this.#paths.get(path.toLowerCase());
    if (known === undefined) return null;
    const changed = this.#changes.get(known);
    if (changed !== undefined) return changed;
    const bytes = this.#zip.bytesOf(known);
    return bytes === undefined ? null : partText(bytes);
  }

  /**
   * Like {@link text}, but for a required part.
   * @throws {FileFault} where it is missing.
   */
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

  /** A free path with a number: `unusedPath('xl/worksheets/sheet', '.xml')`. */
  unusedPath(before: string, after: string): string {
    let number = 1;
    while (this.has(`${before}${number}${after}`)) number++;
    return `${before}${number}${after}`;
  }

  /** Adds a part and a relationship to it. Returns the id of the relationship. */
  add(owner: string, type: string, path: string, contentType: string, text: string): string {
    this.setText(path, text);
    this.setContentType(path, contentType);
    return this.addRelationship(owner, type, path);
  }

  /** Removes a part, its relationships and its content type. */
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

  /** The relationships of a part. An empty path means the package itself. */
  relationships(path: string): Relationship[] {
    const xml = this.text(relationshipsPath(path));
    const links = xml === null ? [] : parseXml(xml).children;
    return links.map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const external = TargetMode === 'External';
      const target = external ? Target : resolvedPath(path, Target);
      return { id: Id, type: Type.split('/').at(-1) ?? '', target, external };
    });
  }

  /** Path of the first related part of this type, such as `drawing` or `styles`; null: none. */
  related(path: string, type: string): string | null {
    return this.relationships(path).find((relationship) => relationship.type === type)?.target ?? null;
  }

  /** Adds a relationship to a part or an external URL. Returns its id. */
  addRelationship(path: string, type: string, target: string, external = false): string {
    const used = new Set(this.relationships(path).map((relationship) => relationship.id));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const link = elementText('Relationship', {
      Id: id,
      Type: `${relationshipNamespace(this.text('_rels/.rels') ?? '')}/${type}`,
      // A relative path, because not every reader understands absolute ones.
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

  /** The content type of a part, or else of its extension. */
  contentType(path: string): string {
    const types = this.#contentTypes();
    const own = types.find(({ PartName }) => isPath(PartName, path));
    return (own ?? types.find(({ Extension }) => isExtension(Extension, path)))?.ContentType ?? '';
  }

  /** Sets the content type of an XML part. For other parts, sets that of the extension unless it has one. */
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

/** The relationship namespace for a document: strict files use another one. */
export function relationshipNamespace(xml: string): string {
  return xml.includes('http://purl.oclc.org/ooxml/') ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
}

/** The relationship id in an element's attributes, with any prefix: `<sheet r:id="rId1"/>`. null: none. */
export function relationshipId({ attributes }: Element): string | null {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? null;
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** Resolves a target relative to a part: `../media/a.png` in `xl/drawings/b.xml` is `xl/media/a.png`. */
function resolvedPath(from: string, target: string): string {
  return posix.resolve('/', posix.dirname(from), target.replaceAll('\\', '/')).slice(1);
}

function isPath(partName: string | undefined, path: string): boolean {
  return partName?.toLowerCase() === `/${path}`.toLowerCase();
}

function isExtension(extension: string | undefined, path: string): boolean {
  return extension !== undefined && path.toLowerCase().endsWith(`.${extension.toLowerCase()}`);
}
