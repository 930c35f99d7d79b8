/** What is known of a process from inside, octets. */
export interface ProcessMemory {
  /** Resident, of everything in it. */
  resident(): number;
  /** Heap and buffers of the host's own thread. */
  own(): number;
}

/** Why one is to be ended: what it must have about, and who else may have taken it. */
export interface Verdict {
  readonly octets: number;
  /** Names of those that were silent too, or have not told yet what they have. */
  readonly others: readonly string[];
}

/**
 * The memory of one process, which plug-ins in threads share. A thread that answers tells what it has; only of one that is silent
 * nothing is known but that the whole grows. What grows meanwhile and nobody else owns up to is charged to who is silent.
 */
export class SharedMemory {
  readonly #shares = new Set<MemoryShare>();

  constructor(private readonly memory: ProcessMemory) {}

  /** @param limit octets; `undefined`: never ended for its memory */
  join(name: string, limit: number | undefined): MemoryShare {
    const share = new MemoryShare(name, limit, this);
    this.#shares.add(share);
    return share;
  }

  leave(share: MemoryShare): void {
    if (!this.#shares.delete(share)) return;
    // What has grown until now may have been its: the others begin anew. One that goes on growing is found again.
    for (const other of this.#shares) other.beginAnew();
  }

  /** Octets that neither the host nor anybody who answers has, but for `share`. */
  unexplainedBut(share: MemoryShare): number {
    let explained = this.memory.own();
    for (const other of this.#shares) if (other !== share) explained += other.told ?? 0;
    return this.memory.resident() - explained;
  }

  othersInDoubt(share: MemoryShare): readonly string[] {
    return [...this.#shares].filter((other) => other !== share && (other.isSilent || other.told === undefined)).map(({ name }) => name);
  }

  /** One at a time: when several are over their limits it is the one with most, and the others after it has ended. */
  isNext(share: MemoryShare): boolean {
    const charge = share.charge() ?? 0;
    for (const other of this.#shares) if (other !== share && (other.isEnding || (other.isOver && (other.charge() ?? 0) > charge))) return false;
    return true;
  }
}

/** One thread's part in it. */
export class MemoryShare {
  /** Octets it said that it has; `undefined` before it said so first. */
  told: number | undefined;
  isEnding = false;
  /** Unexplained octets when it was heard of last, while it is silent. */
  #before: number | undefined;

  constructor(
    readonly name: string,
    private readonly limit: number | undefined,
    private readonly whole: SharedMemory,
  ) {}

  get isSilent(): boolean {
    return this.#before !== undefined;
  }

  /** A sign of life is asked for: until it comes it is in doubt. */
  asked(): void {
    this.#before = this.whole.unexplainedBut(this);
  }

  /** @param octets as it tells */
  heard(octets: number): void {
    this.told = octets;
    this.#before = undefined;
  }

  beginAnew(): void {
    if (this.isSilent) this.asked();
  }

  /** Octets it must have about; `undefined` while it is not silent. */
  charge(): number | undefined {
    return this.#before === undefined ? undefined : Math.max(0, this.whole.unexplainedBut(this) - this.#before) + (this.told ?? 0);
  }

  get isOver(): boolean {
    return this.limit !== undefined && (this.charge() ?? 0) > this.limit;
  }

  /** Is it to be ended for what it has taken in silence? Then it is said only once. */
  judge(): Verdict | undefined {
    if (this.isEnding || !this.isOver || !this.whole.isNext(this)) return undefined;
    this.isEnding = true;
    return { octets: this.charge()!, others: this.whole.othersInDoubt(this) };
  }

  leave(): void {
    this.whole.leave(this);
  }
}
