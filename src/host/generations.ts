import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import { drainLimitOf } from "./compose-applications.js";
import type { Generation } from "./generation.js";

/** Configurations that are there for the sake of shells only, at most: the oldest one ends when there would be another. */
const mostForShells = 8;

/** The configuration that serves, and those before it that finish what they have begun. */
export class Generations {
  #current: Generation;
  /** How often it was replaced. */
  #count = 0;
  readonly #retired = new Map<Generation, Promise<void>>();
  /** While sockets of the next generation are open and it does not serve yet. */
  #arriving: Promise<void> | undefined;
  #arrived: () => void = () => undefined;

  constructor(first: Generation) {
    this.#current = first;
  }

  get current(): Generation {
    return this.#current;
  }

  /** 1 for the first. */
  get number(): number {
    return this.#count + 1;
  }

  /** How many finish what they have begun. */
  get draining(): number {
    return this.#retired.size;
  }

  handle(request: HostRequest, socket: number): HostResponse | Promise<HostResponse> {
    return this.#current.serves(socket) ? this.#current.handle(request, socket) : this.#elsewhere(request, socket);
  }

  /** Requests on sockets that the present generation does not know wait from now on for `swap` or `stay`. */
  expect(): void {
    this.#arriving = new Promise((resolve) => (this.#arrived = resolve));
  }

  /** The next one serves from here on. The one before goes when it has finished, or at its own drain limit. */
  swap(next: Generation): void {
    const before = this.#current;
    next.takeOver();
    this.#current = next;
    this.#count++;
    const limit = drainLimitOf(before.reading.configuration);
    for (const each of [before, ...this.#retired.keys()]) each.outlivedBy(next, limit);
    this.#retired.set(before, before.retire(limit, () => this.#endOldest()).then(() => void this.#retired.delete(before)));
    this.stay();
  }

  /** No other one comes. */
  stay(): void {
    this.#arriving = undefined;
    this.#arrived();
  }

  /** Names of the plug-ins whose code a stack trace shows. */
  pluginsIn(stack: string): readonly string[] {
    return [...new Set([this.#current, ...this.#retired.keys()].flatMap(({ applications }) => applications.pluginsIn(stack)))];
  }

  /** Ends them all. @param limit milliseconds for what runs in the one that serves */
  async stop(reason: ShutdownReason, limit: number): Promise<void> {
    for (const generation of this.#retired.keys()) generation.hurry();
    await Promise.all([...this.#retired.values(), this.#current.applications.stop(reason, limit)]);
  }

  #endOldest(): void {
    const forShells = [...this.#retired.keys()].filter(({ isPastLimit }) => isPastLimit);
    for (const generation of forShells.slice(0, Math.max(0, forShells.length - mostForShells))) generation.hurry();
  }

  /** A socket that was opened a moment ago, or one that was closed and whose last requests are being answered. */
  async #elsewhere(request: HostRequest, socket: number): Promise<HostResponse> {
    await this.#arriving;
    const found = [this.#current, ...this.#retired.keys()].find((generation) => generation.serves(socket)) ?? this.#current;
    return found.handle(request, socket);
  }
}
