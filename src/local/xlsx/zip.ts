import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { FileFault } from './unreadable.ts';

/**
 * A file inside a zip archive. What was read from an archive stays compressed until somebody asks for it, and goes into
 * the next archive as the very bytes it came as: that is how a sheet nobody changed stays as it was.
 */
export interface ZipEntry {
  readonly path: string;
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const LARGEST_32_BIT = 0xffffffff;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** The longest string V8 makes is just below 512 MiB; a part that unpacks to more is a zip bomb or beyond us. */
const LARGEST_PART = 0x1ffffff0;
const LARGEST_ARCHIVE = 2 * LARGEST_PART;

/** The entries of a zip archive in the order of its directory. Throws a {@link FileFault} for anything else. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let position = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  let total = 0;
  try {
    for (let index = 0; index < count; index++) {
      if (view.getUint32(position, true) !== CENTRAL_HEADER) {
        throw new FileFault('damaged', 'the directory of the archive is broken');
      }
      const nameLength = view.getUint16(position + 28, true);
      const extraLength = view.getUint16(position + 30, true);
      const commentLength = view.getUint16(position + 32, true);
      const entry = entryAt(bytes, view, position, nameLength, extraLength);
      total += entry.size;
      if (entry.size > LARGEST_PART || total > LARGEST_ARCHIVE) {
        throw new FileFault('damaged', `unpacking ${entry.path} would take ${total} bytes`);
      }
      if (!entry.path.endsWith('/')) {
        entries.push(entry);
      }
      position += 46 + nameLength + extraLength + commentLength;
    }
  } catch (error) {
    if (error instanceof RangeError) {
      throw new FileFault('damaged', 'the archive ends before its last entry');
    }
    throw error;
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let position = view.byteLength - END_LENGTH; position >= lowest; position--) {
    if (view.getUint32(position, true) === END_OF_DIRECTORY) {
      return position;
    }
  }
  throw new FileFault('damaged', 'the archive has no directory: it was cut off');
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  position: number,
  nameLength: number,
  extraLength: number,
): ZipEntry {
  const flags = view.getUint16(position + 8, true);
  if ((flags & 1) !== 0) {
    throw new FileFault('password-protected', 'an entry of the archive is encrypted');
  }
  const sizes = entrySizes(view, position, nameLength, extraLength);
  if (view.getUint32(sizes.offset, true) !== LOCAL_HEADER) {
    throw new FileFault('damaged', 'an entry of the archive is not where the directory says');
  }
  const start =
    sizes.offset + 30 + view.getUint16(sizes.offset + 26, true) + view.getUint16(sizes.offset + 28, true);
  if (start + sizes.packed > bytes.length) {
    throw new FileFault('damaged', 'an entry of the archive is cut off');
  }
  return {
    // Some old writers on Windows use backslashes, which the format does not allow.
    path: new TextDecoder()
      .decode(bytes.subarray(position + 46, position + 46 + nameLength))
      .replaceAll('\\', '/'),
    method: view.getUint16(position + 10, true),
    checksum: view.getUint32(position + 16, true),
    size: sizes.unpacked,
    packed: bytes.subarray(start, start + sizes.packed),
  };
}

/** Sizes and offset of an entry; streaming writers move them into a ZIP64 field even where the files are small. */
function entrySizes(view: DataView, position: number, nameLength: number, extraLength: number) {
  const sizes = {
    packed: view.getUint32(position + 20, true),
    unpacked: view.getUint32(position + 24, true),
    offset: view.getUint32(position + 42, true),
  };
  let field = position + 46 + nameLength;
  const end = field + extraLength;
  while (field + 4 <= end) {
    let value = field + 4;
    if (view.getUint16(field, true) === 1) {
      for (const key of ['unpacked', 'packed', 'offset'] as const) {
        if (sizes[key] === LARGEST_32_BIT) {
          sizes[key] = Number(view.getBigUint64(value, true));
          value += 8;
        }
      }
    }
    field += 4 + view.getUint16(field + 2, true);
  }
  return sizes;
}

/** The unpacked bytes of an entry, checked against its checksum. */
export function unpacked(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === STORED ? entry.packed : inflated(entry);
  if (bytes.length !== entry.size || checksumOf(bytes) !== entry.checksum) {
    throw new FileFault('damaged', `${entry.path} does not match its checksum`);
  }
  return bytes;
}

function inflated(entry: ZipEntry): Uint8Array {
  if (entry.method !== DEFLATED) {
    throw new FileFault('damaged', `${entry.path} is packed in an unknown way`);
  }
  try {
    // One byte more than declared: a bomb that lies about its size stops there instead of filling the memory.
    return inflateRawSync(entry.packed, { maxOutputLength: entry.size + 1 });
  } catch (error) {
    throw new FileFault('damaged', `${entry.path} cannot be unpacked: ${String(error)}`);
  }
}

/** Packs bytes into an entry. Level 6 is zlib's own default; higher ones cost much time for little. */
export function packedEntry(path: string, bytes: Uint8Array): ZipEntry {
  return {
    path,
    method: DEFLATED,
    checksum: checksumOf(bytes),
    size: bytes.length,
    packed: deflateRawSync(bytes, { level: 6 }),
  };
}

// 1980-01-01, the first date a zip can hold: the same document always gives the same bytes.
const FIXED_DATE = 0x21;
const NAMES_ARE_UTF8 = 0x0800;
const VERSION_NEEDED = 20;

/** A zip archive of these entries, in this order. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => new TextEncoder().encode(entry.path));
  const nameBytes = names.reduce((sum, name) => sum + name.length, 0);
  const packedBytes = entries.reduce((sum, entry) => sum + entry.packed.length, 0);
  const bytes = new Uint8Array(packedBytes + entries.length * (30 + 46) + 2 * nameBytes + END_LENGTH);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let position = 0;

  const writeCommonFields = (entry: ZipEntry, name: Uint8Array) => {
    view.setUint16(position, VERSION_NEEDED, true);
    view.setUint16(position + 2, NAMES_ARE_UTF8, true);
    view.setUint16(position + 4, entry.method, true);
    view.setUint16(position + 8, FIXED_DATE, true);
    view.setUint32(position + 10, entry.checksum, true);
    view.setUint32(position + 14, entry.packed.length, true);
    view.setUint32(position + 18, entry.size, true);
    view.setUint16(position + 22, name.length, true);
  };

  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    offsets.push(position);
    view.setUint32(position, LOCAL_HEADER, true);
    position += 4;
    writeCommonFields(entry, name);
    bytes.set(name, position + 26);
    bytes.set(entry.packed, position + 26 + name.length);
    position += 26 + name.length + entry.packed.length;
  });
  const directory = position;
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(position, CENTRAL_HEADER, true);
    view.setUint16(position + 4, VERSION_NEEDED, true);
    position += 6;
    writeCommonFields(entry, name);
    view.setUint32(position + 36, offsets[index] ?? 0, true);
    bytes.set(name, position + 40);
    position += 40 + name.length;
  });
  view.setUint32(position, END_OF_DIRECTORY, true);
  view.setUint16(position + 8, entries.length, true);
  view.setUint16(position + 10, entries.length, true);
  view.setUint32(position + 12, position - directory, true);
  view.setUint32(position + 16, directory, true);
  return bytes;
}

const CHECKSUM_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) {
    value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});

/** CRC-32, as zip wants it. Node has one of its own only from 20.15 on. */
function checksumOf(bytes: Uint8Array): number {
  let value = LARGEST_32_BIT;
  // Counting up takes a third of the time that iterating does, and a sheet has tens of millions of bytes.
  for (let index = 0; index < bytes.length; index++) {
    value = (value >>> 8) ^ (CHECKSUM_TABLE[(value ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
  }
  return (value ^ LARGEST_32_BIT) >>> 0;
}
