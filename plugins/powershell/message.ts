import type { Fragment } from "./fragment.js";

/** Types of messages that this plug-in looks at (MS-PSRP 2.2.1). */
export const messageTypes = { sessionCapability: 0x0001_0002, createPipeline: 0x0002_1006, getCommandMetadata: 0x0002_100a, pipelineState: 0x0004_1006 } as const;

/** What a message begins with: destination (4 octets), type (4), ids of runspace pool and pipeline (16 each), little-endian. */
export interface MessageHead {
  readonly type: number;
  /** Ids of runspace pool and pipeline, as they stand there. */
  readonly ids: Buffer;
  /** Id of the pipeline, as it is written in text. */
  readonly pipelineId: string;
  /** What of its data is in the first fragment. */
  readonly data: string;
}

const headLength = 40;

/** @returns `undefined` when the fragment does not begin a message, or is too short to tell */
export function readMessageHead({ isFirst, blob }: Fragment): MessageHead | undefined {
  if (!isFirst || blob.length < headLength) return undefined;
  const ids = blob.subarray(8, headLength);
  return { type: blob.readUInt32LE(4), ids, pipelineId: guidText(ids.subarray(16)), data: blob.toString("utf8", headLength) };
}

/** A message to the client, without its fragment. @param ids as a head has them */
export function writeMessage(type: number, ids: Buffer, data: string): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(1, 0);
  head.writeUInt32LE(type, 4);
  return Buffer.concat([head, ids, Buffer.from(data)]);
}

/** The first three groups of a GUID are numbers, little-endian. */
function guidText(octets: Buffer): string {
  const group = (from: number, to: number): string => octets.subarray(from, to).toString("hex");
  const number = (from: number, to: number): string => Buffer.from(octets.subarray(from, to)).reverse().toString("hex");
  return [number(0, 4), number(4, 6), number(6, 8), group(8, 10), group(10, 16)].join("-");
}
