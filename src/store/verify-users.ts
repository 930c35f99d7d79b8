import { createHmac, randomBytes } from "node:crypto";
import type { UserRecord } from "../protocol/auth/users-text.js";
import { checkPassword, hashPassword } from "./hash-password.js";
import type { UsersFile } from "./users-file.js";

/** Answer to "is this their password?". */
export type Verification =
  | { readonly kind: "accepted"; readonly user: UserRecord }
  | { readonly kind: "rejected"; readonly reason: "unknown-user" | "wrong-password" | "too-many-attempts" }
  /** The queue of verifications is full: 503. */
  | { readonly kind: "busy" };

export interface VerifierLimits {
  /** Verifications at a time; each takes 16 MiB and a thread. */
  readonly concurrent: number;
  /** Waiting ones. */
  readonly queued: number;
  /** Milliseconds a success is remembered. */
  readonly remember: number;
  /** Successes remembered. */
  readonly entries: number;
  /** Failures in a minute for one account from one source, after which that pair waits: nobody locks out anybody else. */
  readonly failuresPerMinute: number;
}

export const verifierDefaults: VerifierLimits = { concurrent: 2, queued: 64, remember: 60_000, entries: 1000, failuresPerMinute: 10 };

/** Verifies passwords against the users file: never twice at full price within a minute, never more at once than the machine bears. */
export class UserVerifier {
  readonly #users: UsersFile;
  readonly #limits: VerifierLimits;
  readonly #key = randomBytes(32);
  readonly #remembered = new Map<string, { readonly user: UserRecord; readonly until: number }>();
  readonly #failures = new Map<string, { count: number; since: number }>();
  readonly #pending = new Map<string, Promise<Verification>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #generation = -1;
  #dummy: Promise<string> | undefined;

  constructor(users: UsersFile, limits: VerifierLimits = verifierDefaults) {
    this.#users = users;
    this.#limits = limits;
  }

  /**
   * @param source address the attempt comes from; failures are counted per source and account
   * @returns at once for a remembered success, which is the common case
   */
  verify(name: string, password: string, source: string): Verification | Promise<Verification> {
    // The key is HMAC over name and password: a dump of this process holds no password.
    const key = createHmac("sha256", this.#key).update(`${name.toLowerCase()}\0${password}`).digest("base64");
    if (this.#users.isFresh() && this.#users.generation === this.#generation) {
      const hit = this.#remembered.get(key);
      if (hit !== undefined && hit.until > performance.now()) return { kind: "accepted", user: hit.user };
    }
    let pending = this.#pending.get(key);
    if (pending === undefined) {
      pending = this.#verify(name, password, source, key).finally(() => this.#pending.delete(key));
      this.#pending.set(key, pending);
    }
    return pending;
  }

  async #verify(name: string, password: string, source: string, key: string): Promise<Verification> {
    await this.#users.refresh();
    if (this.#users.generation !== this.#generation) {
      this.#generation = this.#users.generation;
      this.#remembered.clear();
    }
    const hit = this.#remembered.get(key);
    if (hit !== undefined && hit.until > performance.now()) return { kind: "accepted", user: hit.user };
    const pair = `${source} ${name.toLowerCase()}`;
    if (this.#hasFailedTooOften(pair)) return { kind: "rejected", reason: "too-many-attempts" };
    const generation = this.#generation;
    const user = await this.#users.find(name);
    if (!(await this.#enter())) return { kind: "busy" };
    try {
      // An unknown account costs as much as a wrong password: the answer's time does not tell which accounts exist.
      const stored = user?.hash ?? (await (this.#dummy ??= hashPassword(randomBytes(12).toString("hex"))));
      const right = await checkPassword(password, stored);
      if (user !== undefined && right) {
        if (generation === this.#users.generation) this.#remember(key, user);
        this.#failures.delete(pair);
        return { kind: "accepted", user };
      }
      this.#countFailure(pair);
      return { kind: "rejected", reason: user === undefined ? "unknown-user" : "wrong-password" };
    } finally {
      this.#leave();
    }
  }

  #remember(key: string, user: UserRecord): void {
    this.#remembered.delete(key);
    this.#remembered.set(key, { user, until: performance.now() + this.#limits.remember });
    if (this.#remembered.size > this.#limits.entries) this.#remembered.delete(this.#remembered.keys().next().value!);
  }

  #hasFailedTooOften(pair: string): boolean {
    const failures = this.#failures.get(pair);
    if (failures === undefined) return false;
    if (performance.now() - failures.since > 60_000) this.#failures.delete(pair);
    else return failures.count >= this.#limits.failuresPerMinute;
    return false;
  }

  #countFailure(pair: string): void {
    const failures = this.#failures.get(pair);
    if (failures !== undefined && performance.now() - failures.since <= 60_000) failures.count++;
    else this.#failures.set(pair, { count: 1, since: performance.now() });
    if (this.#failures.size > this.#limits.entries) this.#failures.delete(this.#failures.keys().next().value!);
  }

  /** @returns `false` when too many wait already. */
  async #enter(): Promise<boolean> {
    if (this.#running < this.#limits.concurrent) {
      this.#running++;
      return true;
    }
    if (this.#waiting.length >= this.#limits.queued) return false;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return true;
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running--;
    else next();
  }
}
