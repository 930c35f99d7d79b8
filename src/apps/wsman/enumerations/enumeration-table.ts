import type { Clock } from "../../../base/clock.js";
import type { WsmanSettings } from "../wsman-parts.js";
import type { Enumeration } from "./enumeration.js";

interface Row {
  readonly enumeration: Enumeration;
  stopTimer: () => void;
}

/** The open enumerations of one application by their present context. */
export class EnumerationTable {
  readonly #rows = new Map<string, Row>();
  readonly #perOwner = new Map<string, number>();
  readonly #idleTime: number;

  constructor(
    private readonly settings: Pick<WsmanSettings, "maxEnumerateIdleTimeoutSeconds" | "maxEnumerations" | "maxEnumerationsPerUser">,
    private readonly clock: Clock,
    private readonly newId: () => string,
  ) {
    this.#idleTime = settings.maxEnumerateIdleTimeoutSeconds * 1000;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Which limit one more enumeration of this user would break. */
  fullFor(owner: string): "user" | "service" | undefined {
    if ((this.#perOwner.get(owner) ?? 0) >= this.settings.maxEnumerationsPerUser) return "user";
    return this.#rows.size >= this.settings.maxEnumerations ? "service" : undefined;
  }

  /** A context that nobody has seen yet. */
  newContext(): string {
    return `uuid:${this.newId()}`;
  }

  add(enumeration: Enumeration): void {
    this.#perOwner.set(enumeration.owner, (this.#perOwner.get(enumeration.owner) ?? 0) + 1);
    this.#rows.set(enumeration.context, { enumeration, stopTimer: this.#startTimer(enumeration) });
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
    const row = this.#rows.get(enumeration.context);
    if (row === undefined) return;
    row.stopTimer();
    this.#rows.delete(enumeration.context);
    enumeration.context = context;
    row.stopTimer = this.#startTimer(enumeration);
    this.#rows.set(context, row);
  }

  /** Called when an enumeration has reached an end of its life. */
  remove(enumeration: Enumeration): void {
    const row = this.#rows.get(enumeration.context);
    if (row?.enumeration !== enumeration) return;
    row.stopTimer();
    this.#rows.delete(enumeration.context);
    const left = (this.#perOwner.get(enumeration.owner) ?? 1) - 1;
    if (left === 0) this.#perOwner.delete(enumeration.owner);
    else this.#perOwner.set(enumeration.owner, left);
  }

  /** The host stops. */
  stopAll(): void {
    for (const { enumeration } of [...this.#rows.values()]) {
      enumeration.enter("stop");
      this.remove(enumeration);
    }
  }

  #startTimer(enumeration: Enumeration): () => void {
    return this.clock.after(this.#idleTime, () => {
      if (enumeration.enter("expire")) this.remove(enumeration);
    });
  }
}
