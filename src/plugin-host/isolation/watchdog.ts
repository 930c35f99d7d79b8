import type { Clock } from "../../base/clock.js";
import type { FarSide } from "./far-side.js";
import type { IsolationSettings } from "./isolation-settings.js";
import type { Verdict } from "./shared-memory.js";

/** Milliseconds between two looks: at a plug-in that works, at one that rests, and the window that processor time is measured over. */
const look = { busy: 100, idle: 1000, window: 10_000 };
const megabytes = (octets: number): string => `${Math.round(octets / 1024 / 1024)} MB`;

/** Several were silent: who took it cannot be seen from outside, and is not claimed. */
function toldOf({ octets, others }: Verdict, limit: number): string {
  const doubt = others.length === 0 ? "" : ` (or others have taken it: ${others.map((name) => `"${name}"`).join(", ")})`;
  return `while it was silent, the host's memory grew until it must have about ${megabytes(octets)}${doubt}; its limit is ${megabytes(limit)}`;
}

export interface WatchdogAbilities {
  /** Does anybody wait for it? */
  isBusy(): boolean;
  /** Has it work that nobody asked about just now? Then it has to be alive, but is looked at seldom. */
  isWatched(): boolean;
  /** @param reason ends the sentence "its process was ended: " */
  kill(reason: string): void;
}

/**
 * Looks after one isolated plug-in: is it alive while somebody waits, how much memory and processor does it use? What is wrong ends it.
 * Only time in which the host itself was awake counts against it.
 */
export class Watchdog {
  #stopTimer: () => void;
  #isFast = false;
  #lastLook: number;
  /** How long a sign of life has been asked for in vain, milliseconds; `undefined`: none is asked for. */
  #silent: number | undefined;
  /** As it told itself. */
  #told: number | undefined;
  #processor: { readonly at: number; readonly used: number } | undefined;
  #stopped = false;

  constructor(
    private readonly settings: IsolationSettings,
    private readonly far: FarSide,
    private readonly clock: Clock,
    private readonly abilities: WatchdogAbilities,
  ) {
    this.#lastLook = clock.now();
    this.#stopTimer = clock.after(look.idle, () => this.#look());
  }

  /** A question was asked: look closely from now on. */
  wake(): void {
    if (this.#isFast || this.#stopped) return;
    this.#isFast = true;
    this.#stopTimer();
    this.#lastLook = this.clock.now();
    this.#stopTimer = this.clock.after(look.busy, () => this.#look());
  }

  /** A sign of life. @param memory octets, where it can tell */
  alive(memory: number | undefined): void {
    this.#silent = undefined;
    this.#told = typeof memory === "number" ? memory : undefined;
    this.far.share?.heard(this.#told ?? 0);
    this.#checkMemory();
  }

  stop(): void {
    this.#stopped = true;
    this.#stopTimer();
  }

  #look(): void {
    const now = this.clock.now();
    const passed = Math.min(now - this.#lastLook, 2 * (this.#isFast ? look.busy : look.idle));
    this.#lastLook = now;
    const isBusy = this.abilities.isBusy();
    this.#checkMemory();
    this.#checkProcessor(now);
    this.#checkLife(passed, isBusy);
    if (this.#stopped) return;
    this.#isFast = isBusy;
    this.#stopTimer = this.clock.after(isBusy ? look.busy : look.idle, () => this.#look());
  }

  /** One that rests is asked too where only it can tell what memory it has; but it is not ended for its silence. */
  #checkLife(passed: number, isBusy: boolean): void {
    const isExpected = isBusy || this.abilities.isWatched();
    if (this.#silent === undefined) {
      if (!isExpected && (this.settings.memoryLimit === undefined || this.far.memory() !== undefined)) return;
      this.#silent = 0;
      this.far.share?.asked();
      this.far.post({ type: "ping" });
      return;
    }
    if (isExpected) this.#silent += passed;
    if (this.#silent > this.settings.hangTimeoutMs) this.abilities.kill(`its code has kept it busy for ${(this.#silent / 1000).toFixed(1)} s without a pause`);
  }

  #checkMemory(): void {
    const { memoryLimit } = this.settings;
    if (memoryLimit === undefined) return;
    const has = this.far.memory() ?? this.#told;
    if (has !== undefined && has > memoryLimit) this.abilities.kill(`it has ${megabytes(has)} of memory; its limit is ${megabytes(memoryLimit)}`);
    // One that answers soon is in no doubt.
    const verdict = this.#silent === undefined || this.#silent < look.busy ? undefined : this.far.share?.judge();
    if (verdict !== undefined) this.abilities.kill(toldOf(verdict, memoryLimit));
  }

  #checkProcessor(now: number): void {
    const { cpuLimitPercent } = this.settings;
    const used = cpuLimitPercent === undefined ? undefined : this.far.processorTime();
    if (used === undefined) return;
    this.#processor ??= { at: now, used };
    const { at, used: before } = this.#processor;
    if (now - at < look.window) return;
    this.#processor = { at: now, used };
    const percent = ((used - before) / (now - at)) * 100;
    if (percent > cpuLimitPercent!) this.abilities.kill(`it used ${Math.round(percent)} % of a core over ${Math.round((now - at) / 1000)} s; its limit is ${cpuLimitPercent} %`);
  }
}
