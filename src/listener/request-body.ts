import type { IncomingMessage } from "node:http";
import type { BodyProblem } from "../base/host-message.js";
import { fail, ok, type Result } from "../base/result.js";

const nothing = new Uint8Array(0);
/** A rest of a body this small is read and thrown away, so that the connection stays. Octets. */
const worthSkipping = 64 * 1024;
/** A client still sending gets this long to read its answer before the connection is reset. Milliseconds. */
const lingering = 1000;
/** Pieces of a body are joined in heaps of this many: a body of one-octet chunks must not cost a buffer each. */
const heapSize = 512;

/** What has become of a body that was read before its time. */
export type Preloaded = "ready" | BodyProblem;

/** The body of one request: read once, within a limit; what nobody reads is skipped, within bounds. */
export class RequestBody {
  readonly #message: IncomingMessage;
  /** Tells the client to send; called once at most, and only when the body is wanted. */
  #sendContinue: (() => void) | undefined;
  /** Octets announced; `undefined` for a chunked body. */
  readonly #announced: number | undefined;
  #limit = 0;
  #received = 0;
  /** `#collect` counts what arrives. */
  #isCounting = false;
  #asked = false;
  #stopped = false;
  /** What arrives, since somebody wants it; let go once it has been handed on. */
  #collected: Promise<Result<Uint8Array, BodyProblem>> | undefined;
  /** How that ended. */
  #outcome: Preloaded | undefined;

  constructor(message: IncomingMessage, sendContinue: (() => void) | undefined) {
    this.#message = message;
    this.#sendContinue = sendContinue;
    const length = message.headers["content-length"];
    this.#announced = length !== undefined ? Number(length) : message.headers["transfer-encoding"] === undefined ? 0 : undefined;
  }

  /**
   * Reads to the end, at most `limit` octets. A Content-Length over the limit is refused before reading, a chunked body as soon as it
   * is over.
   * @param keep `false` throws the octets away as they come: the result is empty
   */
  read(limit: number, keep: boolean): Promise<Result<Uint8Array, BodyProblem>> {
    if (this.#asked) throw new Error("the body of a request is read once");
    this.#asked = true;
    this.#limit = limit;
    if ((this.#announced ?? 0) > limit) return Promise.resolve(fail("tooLarge"));
    this.#sendContinue?.();
    this.#sendContinue = undefined;
    if (this.#announced === 0) return Promise.resolve(ok(nothing));
    if (this.#collected === undefined) return this.#collect(keep);
    // What was read before its time is more than is wanted.
    if (this.#received > limit) return Promise.resolve(fail("tooLarge"));
    if (this.#outcome === undefined) this.#message.resume();
    return keep ? this.#collected : this.#collected.then((all) => (all.ok ? ok(nothing) : all));
  }

  /**
   * Takes out of the way what the client is sending: behind it nothing else arrives, a TLS handshake among it. What it is waiting to be
   * asked for (`Expect: 100-continue`) it does not send yet. `read` still finds all of it.
   * @param limit octets that are kept
   * @param during runs when the way is free; meanwhile, what a client sends that does not wait is taken too
   * @returns `ready` when `during` has run in time
   */
  async preload(limit: number, during: () => Promise<void>): Promise<Preloaded> {
    if (this.#announced === 0 || this.#outcome === "ready") {
      await during();
      return "ready";
    }
    if (this.#outcome !== undefined) return this.#outcome;
    const waits = this.#sendContinue !== undefined;
    if (!waits && !this.#asked && (this.#announced ?? 0) > limit) {
      this.#limit = limit;
      return "tooLarge";
    }
    if (this.#collected === undefined) {
      this.#limit = limit;
      void this.#collect(true);
    }
    if (!waits) {
      const all = await this.#collected!;
      if (!all.ok) return all.error;
      await during();
      return "ready";
    }
    const run = during();
    const early = await Promise.race([this.#collected!, run]);
    if (early !== undefined && !early.ok) return early.error;
    await run;
    // The rest comes when it is read, with the limit that then holds.
    if (this.#outcome === undefined) this.#message.pause();
    return "ready";
  }

  #collect(keep: boolean): Promise<Result<Uint8Array, BodyProblem>> {
    const message = this.#message;
    this.#isCounting = true;
    return (this.#collected = new Promise((resolve) => {
      const pieces = new Pieces();
      const settle = (result: Result<Uint8Array, BodyProblem>): void => {
        this.#outcome = result.ok ? "ready" : result.error;
        if (this.#asked) this.#collected = undefined;
        resolve(result);
      };
      message.on("data", (chunk: Buffer) => {
        this.#received += chunk.length;
        if (this.#received > this.#limit) {
          pieces.clear();
          this.#stop();
          settle(fail("tooLarge"));
        } else if (keep) pieces.add(chunk);
      });
      message.on("end", () => settle(ok(pieces.join())));
      // An error is followed by "close".
      message.on("error", () => undefined);
      message.on("close", () => {
        if (this.#outcome === undefined) settle(fail("aborted"));
      });
    }));
  }

  /** Was none announced? */
  get isEmpty(): boolean {
    return this.#announced === 0;
  }

  /** Has it all arrived, or may the rest be thrown away as it comes? If not, the connection cannot be used again. */
  get isSkippable(): boolean {
    if (this.#message.complete || this.#announced === 0) return true;
    return this.#announced !== undefined && this.#sendContinue === undefined && this.#announced <= this.#limit + worthSkipping;
  }

  /** Throws the rest away as it comes. */
  skip(): void {
    if (!this.#message.complete) this.#message.resume();
  }

  /**
   * Lets the rest run out, not far and not for long: a reset at once would take the answer away from a client that is still sending.
   */
  linger(done: () => void): void {
    const message = this.#message;
    const timer = setTimeout(done, lingering).unref();
    const end = (): void => {
      clearTimeout(timer);
      done();
    };
    message.once("end", end);
    message.once("close", end);
    const most = Math.max(this.#limit, worthSkipping);
    message.on("data", (chunk: Buffer) => {
      if (!this.#isCounting) this.#received += chunk.length;
      if (this.#received > most) this.#stop();
    });
    if (this.#received <= most) message.resume();
  }

  /**
   * Takes nothing more from the socket, for good. A paused message alone would have Node read on; and a resume of the socket that is
   * under way would undo a pause now without a sign, so both moments are waited for.
   */
  #stop(): void {
    this.#message.pause();
    if (this.#stopped) return;
    this.#stopped = true;
    const { socket } = this.#message;
    socket.on("resume", () => socket.pause());
    process.nextTick(() => socket.pause());
  }
}

/** Never pushed to. */
const none: Buffer[] = [];

/** What has arrived so far. */
class Pieces {
  #first: Buffer | undefined;
  #heaps: Buffer[] = none;
  #recent: Buffer[] = none;

  add(piece: Buffer): void {
    // Nearly every body is one piece, which is handed on as it came.
    if (this.#first === undefined) {
      this.#first = piece;
      return;
    }
    if (this.#recent === none) this.#recent = [];
    this.#recent.push(piece);
    if (this.#recent.length === heapSize) {
      if (this.#heaps === none) this.#heaps = [];
      this.#heaps.push(Buffer.concat(this.#recent));
      this.#recent = [];
    }
  }

  clear(): void {
    this.#first = undefined;
    this.#heaps = this.#recent = none;
  }

  join(): Uint8Array {
    if (this.#first === undefined) return nothing;
    return this.#recent.length + this.#heaps.length === 0 ? this.#first : Buffer.concat([this.#first, ...this.#heaps, ...this.#recent]);
  }
}
