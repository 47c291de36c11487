import { FileFault } from './failures.ts';
import { withLastChild } from './ordered-document.ts';
import { elementText, parseXml } from './xml.ts';
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

/** The parts of an Office file: texts by path, the relationships between them, their content types. */
export class Parts {
  readonly #zip: Zip;
  /** Texts that are not in the archive yet; nothing for a part that goes. */
  readonly #changes: Map<string, string | undefined>;
  /** Paths are matched without regard to case, as the format says. */
  readonly #paths: Map<string, string>;

  private constructor(zip: Zip, changes: ReadonlyMap<string, string | undefined>) {
    this.#zip = zip;
    this.#changes = new Map(changes);
    const paths = [...zip.paths(), ...changes.keys()].filter(
      (path) => !changes.has(path) || changes.get(path) !== undefined,
    );
    this.#paths = new Map(paths.map((path) => [path.toLowerCase(), path]));
  }

  static read(bytes: Uint8Array): Parts {
    return new Parts(new Zip(bytes), new Map());
  }

  static of(texts: Readonly<Record<string, string>>): Parts {
    return new Parts(new Zip(EMPTY_ZIP), new Map(Object.entries(texts)));
  }

  /** A second package that starts with the same parts; changing it leaves this one as it is. */
  copy(): Parts {
    return new Parts(this.#zip, this.#changes);
  }

  bytes(): Uint8Array {
    const encoder = new TextEncoder();
    const changes = Array.from(this.#changes, ([path, text]): [string, Uint8Array | undefined] => [
      path,
      text === undefined ? undefined : encoder.encode(text),
    ]);
    return this.#zip.with(new Map(changes));
  }

  has(path: string): boolean {
    return this.#paths.has(path.toLowerCase());
  }

  /** The text of a part, or nothing if there is no such part. */
  text(path: string): string | undefined {
    const known = this.#paths.get(path.toLowerCase());
    if (known === undefined) return undefined;
    return this.#changes.get(known) ?? new TextDecoder().decode(this.#zip.bytesOf(known));
  }

  /** Like {@link text}, for a part that the file cannot do without. */
  requiredText(path: string): string {
    const text = this.text(path);
    if (text === undefined) {
      throw new FileFault('damaged', `the part ${path} is missing`);
    }
    return text;
  }

  setText(path: string, text: string): void {
    const known = this.#paths.get(path.toLowerCase()) ?? path;
    this.#paths.set(known.toLowerCase(), known);
    this.#changes.set(known, text);
  }

  delete(path: string): void {
    const known = this.#paths.get(path.toLowerCase());
    if (known !== undefined) {
      this.#changes.set(known, undefined);
      this.#paths.delete(path.toLowerCase());
    }
  }

  /** A path that no part has yet: `unusedPath('xl/worksheets/sheet', '.xml')`. */
  unusedPath(before: string, after: string): string {
    let number = 1;
    while (this.has(`${before}${number}${after}`)) {
      number++;
    }
    return `${before}${number}${after}`;
  }

  /** What a part links to; the package itself is the part with the empty path. */
  relationships(path: string): Relationship[] {
    const xml = this.text(relationshipsPath(path));
    const links = xml === undefined ? [] : parseXml(xml).children;
    return links.map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const external = TargetMode === 'External';
      const target = external ? Target : resolvedPath(path, Target);
      return { id: Id, type: Type.split('/').at(-1) ?? '', target, external };
    });
  }

  /** Links a part to another, or to an address outside, and gives the id of the new relationship. */
  addRelationship(path: string, type: string, target: string, external = false): string {
    const used = new Set(this.relationships(path).map((relationship) => relationship.id));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) {
      number++;
    }
    const id = `rId${number}`;
    const link = elementText('Relationship', {
      Id: id,
      Type: `${relationshipNamespace(this.text('_rels/.rels') ?? '')}/${type}`,
      Target: external ? target : `/${target}`,
      TargetMode: external ? 'External' : undefined,
    });
    const file = relationshipsPath(path);
    const empty = `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"/>`;
    this.setText(file, withLastChild(this.text(file) ?? empty, link));
    return id;
  }

  removeRelationship(path: string, id: string): void {
    const file = relationshipsPath(path);
    const xml = this.requiredText(file);
    const link = parseXml(xml).children.find(({ attributes }) => attributes.Id === id);
    if (link !== undefined) this.setText(file, xml.slice(0, link.start) + xml.slice(link.end));
  }

  /** The content type of a part: its own, or that of its extension. */
  contentType(path: string): string {
    const types = parseXml(this.requiredText(CONTENT_TYPES)).children.map(({ attributes }) => attributes);
    const extension = path.split('.').at(-1)?.toLowerCase();
    const own = types.find(({ PartName }) => isPath(PartName, path));
    return (own ?? types.find(({ Extension }) => Extension?.toLowerCase() === extension))?.ContentType ?? '';
  }

  setContentType(path: string, type: string): void {
    this.#addContentType(elementText('Override', { PartName: `/${path}`, ContentType: type }));
  }

  setDefaultContentType(extension: string, type: string): void {
    const types = parseXml(this.requiredText(CONTENT_TYPES)).children;
    if (!types.some(({ attributes: { Extension } }) => Extension?.toLowerCase() === extension)) {
      this.#addContentType(elementText('Default', { Extension: extension, ContentType: type }));
    }
  }

  #addContentType(element: string): void {
    this.setText(CONTENT_TYPES, withLastChild(this.requiredText(CONTENT_TYPES), element));
  }

  /** Takes a part out of the package with its relationships and its content type. */
  removePart(path: string): void {
    this.delete(path);
    this.delete(relationshipsPath(path));
    const xml = this.requiredText(CONTENT_TYPES);
    const type = parseXml(xml).children.find(({ attributes }) => isPath(attributes.PartName, path));
    if (type !== undefined) this.setText(CONTENT_TYPES, xml.slice(0, type.start) + xml.slice(type.end));
  }

  /** The paths of all parts. */
  paths(): string[] {
    return [...this.#paths.values()];
  }
}

/** Where relationships are named, for documents like this one: strict files have addresses of their own. */
export function relationshipNamespace(xml: string): string {
  return xml.includes('http://purl.oclc.org/ooxml/') ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function resolvedPath(from: string, target: string): string {
  const segments = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of target.replaceAll('\\', '/').split('/')) {
    if (segment === '..') {
      segments.pop();
    } else if (segment !== '' && segment !== '.') {
      segments.push(segment);
    }
  }
  return segments.join('/');
}

function isPath(partName: string | undefined, path: string): boolean {
  return partName?.toLowerCase() === `/${path}`.toLowerCase();
}
