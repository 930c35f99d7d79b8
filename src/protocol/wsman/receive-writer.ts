import { escapeAttribute } from "../xml/escape.js";
import { utf8Length } from "../xml/utf8-length.js";
import { commandStates, type CommandState } from "./command-states.js";

/** What an answer to Receive says of its command (MS-WSMV 2.2.4.9). */
export interface ReceivedState {
  /** `undefined` for the shell itself. */
  readonly commandId: string | undefined;
  readonly state: CommandState;
  /** Unsigned 32 bits. Only where the state is Done. */
  readonly exitCode?: number | undefined;
}

const open = "</s:Header><s:Body><rsp:ReceiveResponse>";
const close = "</rsp:ReceiveResponse></s:Body></s:Envelope>";

/**
 * Builds an answer to one Receive (MS-WSMV 2.2.4.27) piece by piece and knows at every moment how much more fits, so that output of any
 * size is split over as few answers as the client's MaxEnvelopeSize allows. What must still follow the data, the ends of the streams and
 * the state of the command, has its room kept. An answer speaks of one command, or of none: all calls name the same.
 */
export class ReceiveWriter {
  readonly #opening: string;
  /** Octets of the whole envelope. */
  readonly #limit: number;
  readonly #octets: (text: string) => number;
  /** Octets of a character of ASCII. */
  readonly #unit: 1 | 2;
  /** Streams whose end may still have to be said. */
  readonly #unended: Set<string>;
  /** Grows by appending: the engine joins the pieces once, when the answer is sent. */
  #body = "";
  /** Octets of the envelope so far, its end included. */
  #length: number;
  #kept: { readonly commandId: string | undefined; readonly octets: number } | undefined;

  /**
   * @param opening everything before the end of the header blocks, as `writeOpening` writes it
   * @param limitOctets of the whole envelope as it is sent, a byte order mark of UTF-16 included
   * @param encoding what the answer will be sent in: the request's
   * @param streams output streams that may end in this answer: room is kept for saying so
   */
  constructor(opening: string, limitOctets: number, encoding: "utf-8" | "utf-16" = "utf-8", streams: readonly string[] = ["stdout", "stderr"]) {
    this.#opening = opening;
    this.#unit = encoding === "utf-8" ? 1 : 2;
    this.#octets = encoding === "utf-8" ? utf8Length : (text) => text.length * 2;
    this.#limit = limitOctets - (encoding === "utf-8" ? 0 : 2);
    this.#unended = new Set(streams);
    this.#length = this.#octets(opening) + (open.length + close.length) * this.#unit;
  }

  /**
   * Octets of data, before base64, that one more piece of a stream may have: a multiple of 3, so that pieces join without padding between
   * them. 0: the answer is full. Negative: not even an answer without data fits, and nothing may be added.
   */
  roomFor(stream: string, commandId: string | undefined): number {
    const free = this.#limit - this.#length - this.#keep(commandId);
    if (free < 0) return -1;
    const characters = Math.floor((free - this.#octets(writeStream(stream, commandId, ""))) / this.#unit);
    return Math.max(0, Math.floor(characters / 4) * 3);
  }

  /**
   * Takes one more piece of a stream.
   * @param base64 of at most `roomFor` octets; nothing but the characters of base64
   * @throws RangeError when it is longer
   */
  add(stream: string, commandId: string | undefined, base64: string): void {
    const octets = this.#octets(writeStream(stream, commandId, "")) + base64.length * this.#unit;
    if (this.#length + octets + this.#keep(commandId) > this.#limit) throw tooMuch(`${base64.length} characters of the stream "${stream}"`, "ask roomFor first");
    this.#length += octets;
    this.#body += writeStream(stream, commandId, base64);
  }

  /**
   * Says that nothing more comes in a stream.
   * @throws RangeError when it does not fit: `roomFor` was negative, or the stream is none that room was kept for
   */
  addEnd(stream: string, commandId: string | undefined): void {
    const mark = writeEnd(stream, commandId);
    const length = this.#length + this.#octets(mark);
    this.#unended.delete(stream);
    this.#kept = undefined;
    if (length + this.#keep(commandId) > this.#limit) throw tooMuch(`the end of the stream "${stream}"`, "name it to the constructor");
    this.#length = length;
    this.#body += mark;
  }

  /**
   * The whole envelope. Never longer than the limit.
   * @throws RangeError when it would be: `roomFor` was negative
   */
  finish(state?: ReceivedState): string {
    const written = state === undefined ? "" : writeState(state);
    if (this.#length + this.#octets(written) > this.#limit) throw tooMuch("the state of the command", "give nothing to a writer whose roomFor is negative");
    return `${this.#opening}${open}${this.#body}${written}${close}`;
  }

  /** Octets kept for all that may still have to follow. */
  #keep(commandId: string | undefined): number {
    if (this.#kept === undefined || this.#kept.commandId !== commandId) {
      const marks = [...this.#unended].map((stream) => writeEnd(stream, commandId)).join("");
      this.#kept = { commandId, octets: this.#octets(marks + writeState({ ...longestState, commandId })) };
    }
    return this.#kept.octets;
  }
}

/** No state and no exit code takes more characters. */
const longestState = { state: "Pending", exitCode: 0xffff_ffff } as const;

const attributesOf = (stream: string, commandId: string | undefined): string => `Name="${escapeAttribute(stream)}"${writeCommandId(commandId)}`;

const writeCommandId = (commandId: string | undefined): string => (commandId === undefined ? "" : ` CommandId="${escapeAttribute(commandId)}"`);

const writeStream = (stream: string, commandId: string | undefined, base64: string): string => `<rsp:Stream ${attributesOf(stream, commandId)}>${base64}</rsp:Stream>`;

const writeEnd = (stream: string, commandId: string | undefined): string => `<rsp:Stream ${attributesOf(stream, commandId)} End="true"></rsp:Stream>`;

function writeState({ commandId, state, exitCode }: ReceivedState): string {
  const code = exitCode === undefined ? "" : `<rsp:ExitCode>${exitCode >>> 0}</rsp:ExitCode>`;
  return `<rsp:CommandState${writeCommandId(commandId)} State="${commandStates[state]}">${code}</rsp:CommandState>`;
}

const tooMuch = (what: string, remedy: string): RangeError => new RangeError(`The answer has no room for ${what}; ${remedy}.`);
