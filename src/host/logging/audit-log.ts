import { closeSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { AuditDecision } from "../../apps/wsman/wsman-parts.js";
import type { Clock } from "../../base/clock.js";
import type { Logger } from "../../base/logger.js";
import { ownCopy } from "../../base/own-copy.js";
import { hashOf, lastHash } from "./audit-chain.js";
import { isoTime } from "./iso-time.js";
import { jsonText, jsonTextOfFew } from "./json-text.js";

/** One authorization decision. */
export interface AuditEntry extends AuditDecision {
  /** Path of the application that decided. */
  readonly application: string;
}

export interface AuditAbilities {
  readonly clock: Pick<Clock, "now" | "wallTime">;
  readonly logger: Logger;
  /** Appends to an open file. @returns the octets written. For tests of disks that are full. */
  readonly append?: (file: number, octets: Uint8Array) => number;
}

/** Lines that share one hash, at most: so many have to be read again when the host starts. */
const mostTogether = 256;
/** Lines kept while the disk takes none; after that the oldest are counted and given up. */
const keptLines = 10_000;
/** How often it is looked whether the file was moved away, and how often trouble is told. Milliseconds. */
const lookEvery = 1000;
const tellEvery = 60_000;

/**
 * Every authorization decision, one JSON line each, apart from the log. Each line carries the SHA-256 of the line before it, so that a
 * line taken out or changed shows; lines written together carry the hash of those that were written before them. A line is with the
 * operating system before the decision takes effect: a killed host has lost none. Decisions of one turn of the event loop share one write
 * and one hash, because a write for each costs a fifth of the host's speed, and a hash half as much.
 *
 * Move the file away to rotate it: within a second a new one begins, whose first line names the last one of the old. While the disk is
 * full, lines wait in memory and the log says so; the host goes on.
 */
export class AuditLog {
  readonly #path: string;
  readonly #abilities: AuditAbilities;
  #file: number;
  #last: string;
  #waiting: string[] = [];
  #lost = 0;
  #lookedAt = -Infinity;
  #toldAt = -Infinity;
  /** The last write failed: what waits is tried line by line until all of it is out. */
  #isFull = false;
  #closed = false;
  /** Of the turn that has decisions to write. */
  #turn: Promise<void> | undefined;

  private constructor(path: string, abilities: AuditAbilities) {
    this.#path = path;
    this.#abilities = abilities;
    this.#file = openSync(path, "a+", 0o600);
    this.#last = lastHash(this.#file);
  }

  /** Opens or goes on with a file; half a line that a crash left is cut off. @throws when it cannot be written */
  static open(path: string, abilities: AuditAbilities): AuditLog {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return new AuditLog(path, abilities);
  }

  /**
   * Takes a decision down. Never throws or rejects.
   * @returns resolves when the line is with the operating system, or waits in memory because the disk takes none
   */
  add(entry: AuditEntry): Promise<void> {
    if (this.#closed) return done;
    if (this.#waiting.length >= keptLines) {
      this.#waiting.shift();
      this.#lost++;
    }
    const line = lineOf(this.#time(), entry);
    // One that has to wait long must not keep the message that its texts are pieces of.
    this.#waiting.push(this.#isFull ? ownCopy(line) : line);
    return (this.#turn ??= new Promise((resolve) => {
      setImmediate(() => {
        this.#turn = undefined;
        this.#write();
        resolve();
      });
    }));
  }

  close(): void {
    if (this.#closed) return;
    this.#write();
    this.#closed = true;
    try {
      fsyncSync(this.#file);
    } finally {
      closeSync(this.#file);
    }
  }

  /** Hashes are made as lines go out, so that those given up leave no gap in the chain but a line that counts them. */
  #write(): void {
    try {
      this.#followRotation();
      if (this.#lost > 0) {
        this.#append(`{"time":"${this.#time()}","lostDecisions":${this.#lost}`);
        this.#lost = 0;
      }
      if (this.#waiting.length > 1 && !this.#isFull && this.#appendAll()) return;
      this.#appendEach();
      this.#isFull = false;
    } catch (error) {
      this.#isFull = true;
      this.#tell(error as Error);
    }
  }

  /** Appends all that waits, a group with each write. @returns `false` when the file system refused */
  #appendAll(): boolean {
    while (this.#waiting.length > 0) {
      const together = this.#waiting.length <= mostTogether ? this.#waiting : this.#waiting.slice(0, mostTogether);
      const end = `,"previous":"${this.#last}"}`;
      const group = `${together.join(`${end}\n`)}${end}`;
      try {
        this.#appendWhole(Buffer.from(`${group}\n`));
      } catch {
        return false;
      }
      this.#last = hashOf(group);
      this.#waiting = this.#waiting.slice(together.length);
    }
    return true;
  }

  /** Appends as many of the lines that wait as the disk still takes. @throws with the file system's error when some are left */
  #appendEach(): void {
    let written = 0;
    try {
      for (; written < this.#waiting.length; written++) this.#append(this.#waiting[written]!);
    } finally {
      this.#waiting.splice(0, written);
    }
  }

  /** Appends one whole line or nothing. @throws with the file system's error */
  #append(unchained: string): void {
    const line = `${unchained},"previous":"${this.#last}"}`;
    this.#appendWhole(Buffer.from(`${line}\n`));
    this.#last = hashOf(line);
  }

  #appendWhole(octets: Uint8Array): void {
    const append = this.#abilities.append ?? writeSync;
    let written = 0;
    try {
      while (written < octets.length) written += append(this.#file, octets.subarray(written));
    } catch (error) {
      if (written > 0) ftruncateSync(this.#file, fstatSync(this.#file).size - written);
      throw error;
    }
  }

  #followRotation(): void {
    const now = this.#abilities.clock.now();
    if (now - this.#lookedAt < lookEvery) return;
    this.#lookedAt = now;
    const there = statSync(this.#path, { throwIfNoEntry: false });
    if (there !== undefined && there.ino === fstatSync(this.#file).ino) return;
    const file = openSync(this.#path, "a+", 0o600);
    closeSync(this.#file);
    this.#file = file;
  }

  #time(): string {
    return isoTime(this.#abilities.clock.wallTime());
  }

  #tell(error: Error): void {
    const now = this.#abilities.clock.now();
    if (now - this.#toldAt < tellEvery) return;
    this.#toldAt = now;
    this.#abilities.logger.error(`the audit log cannot be written; decisions wait in memory: ${error.message}`, { path: this.#path, waiting: this.#waiting.length, lost: this.#lost });
  }
}

const done = Promise.resolve();

/** All but the end, which the chain writes. By hand: `JSON.stringify` of an object of ten texts costs several times as much. */
function lineOf(time: string, { application, activityId, user, operation, action, allowed, resourceUri, by, reason }: AuditEntry): string {
  return (
    `{"time":"${time}","application":${jsonTextOfFew(application)},"activityId":${jsonText(activityId)},"user":${jsonTextOfFew(user)},"operation":${jsonTextOfFew(operation)},` +
    `"action":${jsonTextOfFew(action)},"resourceUri":${jsonTextOfFew(resourceUri)},"allowed":${allowed},"by":${jsonTextOfFew(by)}${reason === undefined ? "" : `,"reason":${jsonText(reason)}`}`
  );
}
