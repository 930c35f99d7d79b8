/** A memory device of SMBIOS (DSP0134, type 17). Sizes in octets, speeds in MT/s, voltages in mV; `undefined` for what it does not tell. */
export interface MemoryDevice {
  readonly capacity: number;
  readonly speed: number | undefined;
  readonly configuredSpeed: number | undefined;
  readonly formFactor: number;
  readonly type: number;
  readonly typeDetail: number;
  readonly totalWidth: number | undefined;
  readonly dataWidth: number | undefined;
  readonly locator: string | undefined;
  readonly bank: string | undefined;
  readonly manufacturer: string | undefined;
  readonly serial: string | undefined;
  readonly asset: string | undefined;
  readonly part: string | undefined;
  readonly rank: number | undefined;
  readonly voltages: { readonly least: number | undefined; readonly most: number | undefined; readonly configured: number | undefined };
}

const memoryDevice = 17;
const unknownWord = 0xffff;

/** Reads the table; sockets without a module are left out. A table that is cut ends where it is cut. */
export function readMemoryDevices(bytes: Uint8Array | undefined): readonly MemoryDevice[] {
  const devices: MemoryDevice[] = [];
  if (bytes === undefined) return devices;
  for (let at = 0; at + 4 <= bytes.length; ) {
    const [type, length] = [bytes[at]!, bytes[at + 1]!];
    if (length < 4 || at + length > bytes.length) break;
    const strings = readStrings(bytes, at + length);
    if (type === memoryDevice) {
      const device = readDevice(new DataView(bytes.buffer, bytes.byteOffset + at, length), strings.texts);
      if (device !== undefined) devices.push(device);
    }
    at = strings.end;
  }
  return devices;
}

/** Behind each structure: texts, each ended by NUL, and one more NUL. */
function readStrings(bytes: Uint8Array, start: number): { readonly texts: readonly string[]; readonly end: number } {
  const texts: string[] = [];
  let at = start;
  while (at < bytes.length && bytes[at] !== 0) {
    const end = bytes.indexOf(0, at);
    if (end < 0) return { texts, end: bytes.length };
    texts.push(new TextDecoder("latin1").decode(bytes.subarray(at, end)).trim());
    at = end + 1;
  }
  return { texts, end: Math.max(at, start + 1) + 1 };
}

function readDevice(view: DataView, texts: readonly string[]): MemoryDevice | undefined {
  const has = (offset: number, size: number): boolean => offset + size <= view.byteLength;
  const byte = (offset: number): number => (has(offset, 1) ? view.getUint8(offset) : 0);
  const word = (offset: number): number => (has(offset, 2) ? view.getUint16(offset, true) : 0);
  const long = (offset: number): number => (has(offset, 4) ? view.getUint32(offset, true) : 0);
  const text = (offset: number): string | undefined => texts[byte(offset) - 1] || undefined;
  const known = (value: number): number | undefined => (value === 0 || value === unknownWord ? undefined : value);
  const capacity = sizeOf(word(0x0c), long(0x1c));
  if (capacity === undefined) return undefined;
  return {
    capacity, totalWidth: known(word(0x08)), dataWidth: known(word(0x0a)), formFactor: byte(0x0e), locator: text(0x10), bank: text(0x11), type: byte(0x12), typeDetail: word(0x13),
    speed: known(word(0x15)), manufacturer: text(0x17), serial: text(0x18), asset: text(0x19), part: text(0x1a), rank: known(byte(0x1b) & 15), configuredSpeed: known(word(0x20)),
    voltages: { least: known(word(0x22)), most: known(word(0x24)), configured: known(word(0x26)) },
  };
}

/** 7.18.4: megabytes, or kilobytes with the highest bit; from 32 GB on in a field of its own. @returns `undefined` for none and not known */
function sizeOf(size: number, extended: number): number | undefined {
  if (size === 0 || size === unknownWord) return undefined;
  if (size === 0x7fff) return (extended & 0x7fff_ffff) * 2 ** 20;
  return size & 0x8000 ? (size & 0x7fff) * 2 ** 10 : size * 2 ** 20;
}
