import { createHmac, randomBytes } from "node:crypto";
import type { Clock } from "../base/clock.js";
import { formatScryptHash, scryptDefaults } from "../protocol/auth/scrypt-hash.js";
import { accountKey, type UserRecord } from "../protocol/auth/users-text.js";
import { FailedAttempts, sourceOf } from "./failed-attempts.js";
import { checkPassword, hashOfNobody } from "./hash-password.js";
import type { UsersFile } from "./users-file.js";

/** Answer to "is this their password?". */
export type Verification =
  /** `holds`: do these credentials still stand as they were verified? As cheap as asking again is not. Absent: ask again. */
  | { readonly kind: "accepted"; readonly user: UserRecord; readonly holds?: () => boolean }
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
  /** Successes remembered, and sources whose failures are. */
  readonly entries: number;
  /** Wrong attempts in any minute from one source, after which it waits. */
  readonly failuresPerMinute: number;
}

export const verifierDefaults: VerifierLimits = { concurrent: 2, queued: 64, remember: 60_000, entries: 1000, failuresPerMinute: 10 };

export interface VerifierAbilities {
  readonly clock: Pick<Clock, "now">;
  /** One scrypt computation. */
  readonly check?: typeof checkPassword;
  readonly limits?: VerifierLimits;
  /** Shared with other ways to prove who one is, so that a source has its wrong attempts in all of them together. */
  readonly failed?: FailedAttempts;
}

/** Looks like the hash of a password of the default cost, and is that of none. */
const nobody = formatScryptHash({ ...scryptDefaults, salt: randomBytes(18).toString("base64"), hash: randomBytes(33).toString("base64") });

interface Remembered {
  readonly user: UserRecord;
  /** Monotonic milliseconds. */
  readonly until: number;
}

/**
 * Verifies passwords against the users file: never twice at full price within a minute, never more at once than the machine bears, never
 * more than ten wrong ones a minute from one source. Credentials that were right before are verified all the same while their source
 * waits: many users come from one address (a proxy, a gateway), and one who guesses must not lock out the others.
 */
export class UserVerifier {
  readonly #users: UsersFile;
  readonly #limits: VerifierLimits;
  readonly #clock: Pick<Clock, "now">;
  readonly #check: typeof checkPassword;
  readonly #failed: FailedAttempts;
  readonly #key = randomBytes(32);
  /** Credentials that were right. Those whose time is over are kept as known, the oldest forgotten first. */
  readonly #remembered = new Map<string, Remembered>();
  readonly #pending = new Map<string, Promise<Verification>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #generation = -1;

  constructor(users: UsersFile, { clock, check = checkPassword, limits = verifierDefaults, failed }: VerifierAbilities) {
    this.#users = users;
    this.#limits = limits;
    this.#clock = clock;
    this.#check = check;
    this.#failed = failed ?? new FailedAttempts(clock, limits.failuresPerMinute, limits.entries);
  }

  /**
   * @param address where the attempt comes from
   * @returns at once for a remembered success, which is the common case
   */
  verify(name: string, password: string, address: string): Verification | Promise<Verification> {
    // The key is HMAC over name and password: a dump of this process holds no password.
    const key = createHmac("sha256", this.#key).update(`${name.toLowerCase()}\0${password}`).digest("base64");
    const reading = this.#users.refresh();
    const hit = reading === undefined ? this.#hit(key) : undefined;
    if (hit !== undefined) return this.#accepted(hit);
    const source = sourceOf(address);
    const attempt = `${source} ${key}`;
    let pending = this.#pending.get(attempt);
    if (pending === undefined) {
      pending = this.#verify(name, password, source, key).finally(() => this.#pending.delete(attempt));
      this.#pending.set(attempt, pending);
    }
    return pending;
  }

  /** A success that still holds: remembered, and of the accounts as they are now. */
  #hit(key: string): Remembered | undefined {
    if (this.#users.generation !== this.#generation) return undefined;
    const remembered = this.#remembered.get(key);
    return remembered !== undefined && remembered.until > this.#clock.now() ? remembered : undefined;
  }

  #accepted({ user, until }: Remembered): Verification {
    const generation = this.#generation;
    return { kind: "accepted", user, holds: () => this.#users.refresh() === undefined && this.#users.generation === generation && until > this.#clock.now() };
  }

  async #verify(name: string, password: string, source: string, key: string): Promise<Verification> {
    await this.#users.refresh();
    if (this.#users.generation !== this.#generation) {
      this.#generation = this.#users.generation;
      for (const [known, { user }] of this.#remembered) this.#remembered.set(known, { user, until: -Infinity });
    }
    const hit = this.#hit(key);
    if (hit !== undefined) return this.#accepted(hit);
    const isKnown = this.#remembered.has(key);
    if (!isKnown && this.#failed.isExhausted(source)) return { kind: "rejected", reason: "too-many-attempts" };
    if (!(await this.#enter())) return { kind: "busy" };
    try {
      const compare = (): Promise<Verification> => this.#compare(name, password, key);
      if (isKnown) return await compare();
      return (await this.#failed.attempt(source, compare, ({ kind }) => kind === "rejected")) ?? { kind: "rejected", reason: "too-many-attempts" };
    } finally {
      this.#leave();
    }
  }

  async #compare(name: string, password: string, key: string): Promise<Verification> {
    // Looked up when its turn has come: the account may have been removed while it waited.
    const user = await this.#users.find(name);
    const { generation } = this.#users;
    // An unknown account costs as much as a wrong password: the answer's time does not tell which accounts exist.
    const right = await this.#check(password, user?.hash ?? this.#insteadOf(name));
    if (user === undefined || !right) {
      this.#remembered.delete(key);
      return { kind: "rejected", reason: user === undefined ? "unknown-user" : "wrong-password" };
    }
    if (generation === this.#generation && generation === this.#users.generation) this.#remember(key, user);
    return { kind: "accepted", user };
  }

  /**
   * What an unknown account's password is compared with: always the same for one name, and as costly as an account's, which one follows
   * from the name. Where all hashes are of one kind, times tell nothing; where kinds are mixed, unknown names are mixed alike.
   */
  #insteadOf(name: string): string {
    const hashes = this.#users.hashes();
    const number = createHmac("sha256", this.#key).update(accountKey(name)).digest().readUInt32BE(0);
    const like = hashes[number % hashes.length];
    return like === undefined ? nobody : hashOfNobody(like);
  }

  #remember(key: string, user: UserRecord): void {
    this.#remembered.delete(key);
    this.#remembered.set(key, { user, until: this.#clock.now() + this.#limits.remember });
    if (this.#remembered.size > this.#limits.entries) this.#remembered.delete(this.#remembered.keys().next().value!);
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
