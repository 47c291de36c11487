import AdmZip from 'adm-zip';
import { FileFault } from './failures.ts';

/** The longest string V8 makes is just below 512 MiB; a part that unpacks to more is a zip bomb or beyond us. */
const LARGEST_PART = 0x1ffffff0;
const LARGEST_ARCHIVE = 2 * LARGEST_PART;

/** 1980-01-01, the first date a zip can hold: the same document always gives the same bytes. */
const FIXED_DATE = new Date(1980, 0, 1);

/** What the files of an archive become: their new bytes, or nothing for one that goes. */
export type ZipChanges = ReadonlyMap<string, Uint8Array | undefined>;

/** A zip archive, which is never changed. Throws a {@link FileFault} for what is none or cannot be unpacked. */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, AdmZip.IZipEntry>;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = new Map(
      orDamaged(() => opened(this.#bytes).getEntries())
        .filter(({ isDirectory }) => !isDirectory)
        .map((entry) => [pathOf(entry), entry]),
    );
    let total = 0;
    for (const [path, { header }] of this.#entries) {
      if (header.encrypted) {
        throw new FileFault('password-protected', `${path} is encrypted`);
      }
      total += header.size;
      if (header.size > LARGEST_PART || total > LARGEST_ARCHIVE) {
        throw new FileFault('damaged', `unpacking ${path} would take ${total} bytes`);
      }
    }
  }

  paths(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The unpacked bytes of a file, checked against its checksum; no more of them than the directory declares. */
  bytesOf(path: string): Uint8Array | undefined {
    const entry = this.#entries.get(path);
    return entry && orDamaged(() => entry.getData());
  }

  /** Another archive with these changes. Whatever they leave out stays as it is, packed bytes and all. */
  with(changes: ZipChanges): Uint8Array {
    const zip = opened(this.#bytes);
    const known = new Map(zip.getEntries().map((entry) => [pathOf(entry), entry]));
    for (const [path, bytes] of changes) {
      const entry = known.get(path);
      if (bytes === undefined) {
        if (entry !== undefined) zip.deleteEntry(entry);
      } else {
        const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        const written = entry ?? zip.addFile(path, Buffer.alloc(0));
        written.setData(data);
        written.header.time = FIXED_DATE;
      }
    }
    return zip.toBuffer();
  }
}

/** An archive without a file in it: the record that ends every archive, alone. */
export const EMPTY_ZIP: Uint8Array = Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]);

function opened(bytes: Buffer): AdmZip {
  return new AdmZip(bytes, { noSort: true });
}

/** Some old writers on Windows use backslashes, which the format does not allow. */
function pathOf({ entryName }: AdmZip.IZipEntry): string {
  return entryName.replaceAll('\\', '/');
}

/** What the library throws says what is wrong with the file; nothing of it depends on us. */
function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new FileFault('damaged', String(error));
  }
}
