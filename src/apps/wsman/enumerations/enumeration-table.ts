import { ChurningMap } from "../../../base/churning-map.js";
import type { Clock } from "../../../base/clock.js";
import type { Farm } from "../farm.js";
import type { Enumeration } from "./enumeration.js";

/** What bounds them; changes with a reload. */
export interface EnumerationSettings {
  readonly maxEnumerateIdleTimeoutSeconds: number;
  readonly maxEnumerations: number;
  readonly maxEnumerationsPerUser: number;
}

interface Row {
  readonly enumeration: Enumeration;
  /** Who opened it. */
  readonly origin: object;
  stopTimer: () => void;
}

/** The open enumerations of one application by their present context. */
export class EnumerationTable {
  readonly #rows = new ChurningMap<string, Row>();
  readonly #perOwner = new Map<string, number>();
  /** Who waits for the last one of an origin to end. */
  readonly #waiting = new Map<object, (() => void)[]>();
  #settings: EnumerationSettings;

  constructor(
    settings: EnumerationSettings,
    private readonly clock: Clock,
    private readonly newId: () => string,
  ) {
    this.#settings = settings;
  }

  /** Idle times that run already run out as they began. */
  adopt(settings: EnumerationSettings): void {
    this.#settings = settings;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Which limit one more enumeration of this user would break. */
  fullFor(owner: string): "user" | "service" | undefined {
    if ((this.#perOwner.get(owner) ?? 0) >= this.#settings.maxEnumerationsPerUser) return "user";
    return this.#rows.size >= this.#settings.maxEnumerations ? "service" : undefined;
  }

  /** A context that nobody has seen yet. @param farm whose member opens it */
  newContext(farm?: Farm): string {
    const id = this.newId();
    return `uuid:${farm?.sign(id) ?? id}`;
  }

  /** @param origin whoever ends it with `stopAll`: the processor whose plug-in gives the items */
  add(enumeration: Enumeration, origin: object): void {
    this.#perOwner.set(enumeration.owner, (this.#perOwner.get(enumeration.owner) ?? 0) + 1);
    this.#rows.set(enumeration.context, { enumeration, origin, stopTimer: this.#startTimer(enumeration) });
  }

  /** @returns `undefined` for a context that is unknown, finished, released, expired, outdated, or somebody else's. */
  find(context: string, owner: string): Enumeration | undefined {
    const enumeration = this.#rows.get(context)?.enumeration;
    return enumeration?.owner === owner ? enumeration : undefined;
  }

  /** Is there such a context, whoever owns it? For the audit log. */
  has(context: string): boolean {
    return this.#rows.has(context);
  }

  /** The idle time stands still while somebody pulls. */
  hold(enumeration: Enumeration): void {
    this.#rows.get(enumeration.context)?.stopTimer();
  }

  /** Idle time starts anew. With a new context the old one is no longer valid. */
  rest(enumeration: Enumeration, context = enumeration.context): void {
    const row = this.#rows.take(enumeration.context);
    if (row === undefined) return;
    row.stopTimer();
    enumeration.context = context;
    row.stopTimer = this.#startTimer(enumeration);
    this.#rows.set(context, row);
  }

  /** Called when an enumeration has reached an end of its life. */
  remove(enumeration: Enumeration): void {
    const row = this.#rows.get(enumeration.context);
    if (row?.enumeration !== enumeration) return;
    row.stopTimer();
    this.#rows.take(enumeration.context);
    const left = (this.#perOwner.get(enumeration.owner) ?? 1) - 1;
    if (left === 0) this.#perOwner.delete(enumeration.owner);
    else this.#perOwner.set(enumeration.owner, left);
    this.#tell(row.origin);
  }

  /** The processor that opened them goes. */
  stopAll(origin: object): void {
    for (const row of this.#rows.values()) {
      if (row.origin !== origin) continue;
      row.enumeration.enter("stop");
      this.remove(row.enumeration);
    }
  }

  /** Resolves when no enumeration of this origin is open. */
  whenEnded(origin: object): Promise<void> {
    if (!this.#hasOf(origin)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(origin, [...(this.#waiting.get(origin) ?? []), resolve]));
  }

  #hasOf(origin: object): boolean {
    for (const row of this.#rows.values()) if (row.origin === origin) return true;
    return false;
  }

  #tell(origin: object): void {
    const waiting = this.#waiting.get(origin);
    if (waiting === undefined || this.#hasOf(origin)) return;
    this.#waiting.delete(origin);
    for (const resolve of waiting) resolve();
  }

  #startTimer(enumeration: Enumeration): () => void {
    return this.clock.after(this.#settings.maxEnumerateIdleTimeoutSeconds * 1000, () => {
      if (enumeration.enter("expire")) this.remove(enumeration);
    });
  }
}
