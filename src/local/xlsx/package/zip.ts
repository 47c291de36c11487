/** The zip archive of a workbook. Reading has size limits; writing compresses only changed files again. */
import AdmZip from 'adm-zip';
import { FileFault } from './failures.ts';

/** In bytes. V8's longest string is just below 512 MiB; a larger part is a zip bomb or too much for us. */
const LARGEST_PART = 0x1ffffff0;
const LARGEST_ARCHIVE = 2 * LARGEST_PART;

/**
 * Repetitive sheets compress to a fiftieth. Files that compress to less than a hundredth are refused if they
 * unpack to more than LARGEST_DENSE bytes together.
 */
const DENSEST = 100;
const LARGEST_DENSE = 64 * 1024 * 1024;
/** Highest possible compression ratio. A directory that claims more is false. */
const DENSEST_POSSIBLE = 1_100;

/**
 * Most bytes to unpack from one file. Reading this much XML takes up to 1 GB of memory and 15 seconds of CPU
 * time. Three logs of 100,000 rows each are 100 MB. Pictures are never unpacked.
 */
const MOST_UNPACKED = 112 * 1024 * 1024;

/** The earliest date a zip can hold. A fixed date makes the same document always give the same bytes. */
const FIXED_DATE = new Date(1980, 0, 1);

/**
 * A read-only zip archive.
 * @throws {FileFault} where it is damaged, encrypted or too large.
 */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, AdmZip.IZipEntry>;
  /** Unpacked size of each file read so far, in bytes. */
  readonly #unpacked = new Map<string, number>();

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = orDamaged(() => entriesOf(opened(this.#bytes)));
    let total = 0;
    let dense = 0;
    for (const [path, { header }] of this.#entries) {
      if (header.encrypted) throw new FileFault('password-protected', `${path} is encrypted`);
      const { size, compressedSize } = header;
      total += size;
      if (size > DENSEST * compressedSize) dense += size;
      if (size <= LARGEST_PART && total <= LARGEST_ARCHIVE && dense <= LARGEST_DENSE) continue;
      const isPossible = size <= DENSEST_POSSIBLE * compressedSize;
      throw new FileFault(isPossible ? 'too-large' : 'damaged', `unpacking ${path} would take ${size} bytes`);
    }
  }

  paths(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The unpacked bytes of a file, checked against its checksum. Never more than the directory declares. */
  bytesOf(path: string): Uint8Array | undefined {
    const entry = this.#entries.get(path);
    if (entry === undefined) return undefined;
    this.#unpacked.set(path, entry.header.size);
    const total = [...this.#unpacked.values()].reduce((sum, size) => sum + size, 0);
    if (total > MOST_UNPACKED)
      throw new FileFault('too-large', `unpacking ${path} too would make ${total} bytes`);
    return orDamaged(() => entry.getData());
  }

  /** A new archive with these texts; null removes a file. Other files keep their compressed bytes. */
  with(texts: ReadonlyMap<string, string | null>): Uint8Array {
    const zip = opened(this.#bytes);
    const known = entriesOf(zip);
    for (const [path, text] of texts) {
      const entry = known.get(path);
      if (text === null) {
        if (entry !== undefined) zip.deleteEntry(entry);
        continue;
      }
      const written = entry ?? zip.addFile(path, Buffer.alloc(0));
      written.setData(Buffer.from(text));
      written.header.time = FIXED_DATE;
    }
    return zip.toBuffer();
  }
}

/** An empty archive: only its end record. */
export const EMPTY_ZIP: Uint8Array = Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]);

function opened(bytes: Buffer): AdmZip {
  return new AdmZip(bytes, { noSort: true });
}

/** Files by path. Some old Windows programs write backslashes, which the format does not allow. */
function entriesOf(zip: AdmZip): ReadonlyMap<string, AdmZip.IZipEntry> {
  const files = zip.getEntries().filter(({ isDirectory }) => !isDirectory);
  return new Map(files.map((entry) => [entry.entryName.replaceAll('\\', '/'), entry]));
}

/** Turns any error of the library into a fault of the file: what it throws never depends on us. */
function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new FileFault('damaged', String(error));
  }
}
