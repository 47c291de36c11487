/** The zip archive that a workbook is: read with its limits, and written anew with only what changed packed again. */
import AdmZip from 'adm-zip';
import { FileFault } from './failures.ts';

/** The longest string V8 makes is just below 512 MiB; a part that unpacks to more is a zip bomb or beyond us. */
const LARGEST_PART = 0x1ffffff0;
const LARGEST_ARCHIVE = 2 * LARGEST_PART;

/** Sheets that repeat themselves pack to a fiftieth. What packs to less than a hundredth is no more than this in all, or a bomb. */
const DENSEST = 100;
const LARGEST_DENSE = 64 * 1024 * 1024;
/** Packing makes nothing smaller than by this: whoever says so does not say the truth. */
const DENSEST_POSSIBLE = 1_100;

/**
 * What is unpacked of a file in all. So much XML takes up to a gigabyte and fifteen seconds of the processor to read; 100,000 rows in
 * each of three logs are 100 MB. Pictures are never unpacked.
 */
const MOST_UNPACKED = 112 * 1024 * 1024;

/** 1980-01-01, the first date a zip can hold: the same document always gives the same bytes. */
const FIXED_DATE = new Date(1980, 0, 1);

/** A zip archive, which is never changed. Throws a {@link FileFault} for what is none or cannot be unpacked. */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, AdmZip.IZipEntry>;
  /** The sizes of what was unpacked. */
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

  /** The unpacked bytes of a file, checked against its checksum; no more of them than the directory declares. */
  bytesOf(path: string): Uint8Array | undefined {
    const entry = this.#entries.get(path);
    if (entry === undefined) return undefined;
    this.#unpacked.set(path, entry.header.size);
    const total = [...this.#unpacked.values()].reduce((sum, size) => sum + size, 0);
    if (total > MOST_UNPACKED)
      throw new FileFault('too-large', `unpacking ${path} too would make ${total} bytes`);
    return orDamaged(() => entry.getData());
  }

  /**
   * Another archive in which files have these texts; one of `null` goes. Whatever they leave out stays as it is, packed bytes
   * and all.
   */
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

/** An archive without a file in it: the record that ends every archive, alone. */
export const EMPTY_ZIP: Uint8Array = Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]);

function opened(bytes: Buffer): AdmZip {
  return new AdmZip(bytes, { noSort: true });
}

/** The files by their paths. Some old writers on Windows use backslashes, which the format does not allow. */
function entriesOf(zip: AdmZip): ReadonlyMap<string, AdmZip.IZipEntry> {
  const files = zip.getEntries().filter(({ isDirectory }) => !isDirectory);
  return new Map(files.map((entry) => [entry.entryName.replaceAll('\\', '/'), entry]));
}

/** What the library throws says what is wrong with the file; nothing of it depends on us. */
function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new FileFault('damaged', String(error));
  }
}
